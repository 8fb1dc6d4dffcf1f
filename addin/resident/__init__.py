"""A process of ours that stays while Excel runs, so that only the first click pays for starting Python and its libraries."""
