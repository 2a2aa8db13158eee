"""`python -m coach` does what `coach` does."""

from coach.cli.main import main

if __name__ == "__main__":
    main()
