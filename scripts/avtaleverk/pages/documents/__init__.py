"""The pages that each show one Markdown file: agreements, patient-near documents and guidance."""
