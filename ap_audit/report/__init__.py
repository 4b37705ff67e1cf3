"""What people read: view-models that decide everything, and the forms they are shown in."""
