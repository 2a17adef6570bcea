"""What is made for one role: its entrance, its sheet of paper, its self-test and its binder."""
