/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-posting.h"
#include "vac-outline.h"

/* A heading is left out when nothing stands under it. */
static gboolean
has_heading (VacDocument *document,
             VacAudience  audience)
{
  g_autoptr (VacOutline) outline = vac_outline_new (document, audience);

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    if (vac_outline_get_block (outline, i)->kind == VAC_BLOCK_HEADING &&
        g_str_equal (vac_outline_get_block (outline, i)->text, "S"))
      return TRUE;

  return FALSE;
}

static void
test_every_table_is_in_the_outline (void)
{
  for (guint kind = VAC_TABLE_NONE + 1; kind < VAC_N_TABLES; kind++)
    {
      g_autoptr (VacDocument) document = table_posting_new (kind, "s");

      if (!has_heading (document, VAC_AUDIENCE_TEAM))
        g_error ("src/format adds nothing for the table “%s”", vac_table_kind_get_id (kind));
    }
}

static void
test_only_its_readers_see_a_table (void)
{
  for (guint kind = VAC_TABLE_NONE + 1; kind < VAC_N_TABLES; kind++)
    {
      g_autoptr (VacDocument) document = table_posting_new (kind, "s");

      g_test_message ("%s", vac_table_kind_get_id (kind));
      g_assert_cmpint (has_heading (document, VAC_AUDIENCE_CANDIDATE), ==,
                       vac_table_kind_get_audience (kind) == VAC_AUDIENCE_CANDIDATE);
    }
}

static void
test_no_table_is_nothing (void)
{
  g_autoptr (VacDocument) document = table_posting_new (VAC_TABLE_NONE, "s");

  g_assert_false (has_heading (document, VAC_AUDIENCE_TEAM));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outline-tables/every-table-is-in-the-outline",
                   test_every_table_is_in_the_outline);
  g_test_add_func ("/outline-tables/only-its-readers-see-a-table",
                   test_only_its_readers_see_a_table);
  g_test_add_func ("/outline-tables/no-table-is-nothing", test_no_table_is_nothing);

  return g_test_run ();
}
