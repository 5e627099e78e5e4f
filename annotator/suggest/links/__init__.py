"""What links quotes, pledges and actors beyond what their own components say.

`details` finds who gains, how much and by when; `chains` what repeats; `same` who is who.
"""
