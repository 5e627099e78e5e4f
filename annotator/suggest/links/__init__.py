"""What links quotes, pledges and actors beyond what their own components say.

`details` finds who gains, how much and by when; `chains` what repeats and where it is stated; `same` who is who.
"""
