"""The guided tour: a few steps in the sample project, told by a small card beside what they are about."""
