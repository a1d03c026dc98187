"""Run by Alembic. The connection is given: migrations.migrate, or the test that compares the schemas."""

from alembic import context

from bot.store.tables import METADATA

attributes = context.config.attributes
context.configure(
    connection=attributes["connection"],
    target_metadata=METADATA,
    on_version_apply=attributes.get("on_version_apply"),
)
with context.begin_transaction():
    context.run_migrations()
