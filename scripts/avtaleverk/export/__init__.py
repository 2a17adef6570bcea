"""Export: everything the site knows, as one documented file for other systems."""
