"""What a person does, without a window: sessions, imports, exports, model runs, settings.

This layer brings store, suggest, exchange and agreement together; they do not know each other.
"""
