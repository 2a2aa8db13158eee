"""The screens, one for each use; the app imports each when it is first shown."""
