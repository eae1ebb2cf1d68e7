/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-node-build.h"
#include "vac-outline.h"
#include "vac-outline-facts.h"

#define N_EDITS 400

static void
collect (VacNode   *node,
         VacRole    role,
         GPtrArray *found)
{
  if (vac_node_get_role (node) == role)
    g_ptr_array_add (found, node);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    collect (vac_node_get_child (node, i), role, found);
}

static VacNode *
pick (VacDocument *document,
      VacRole      role,
      GRand       *rand)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (vac_document_get (document, VAC_ROLE_SECTIONS), role, found);
  g_assert_cmpuint (found->len, >, 0);

  return g_ptr_array_index (found, g_rand_int_range (rand, 0, (int) found->len));
}

static void
add_items (VacDocument *document,
           VacNode     *items,
           guint        n,
           GRand       *rand)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("You write number %u", g_rand_int (rand));
      g_autoptr (VacNode) item = vac_node_new_record (vac_node_get_field (items)->element,
                                                      VAC_ROLE_ITEM_TEXT, text, VAC_ROLE_NONE);

      vac_document_insert (document, items,
                           (guint) g_rand_int_range (
                               rand, 0, (int) vac_node_get_n_children (items) + 1),
                           item);
    }
}

static void
edit (VacDocument *document,
      GRand       *rand)
{
  static const char *const texts[] = {
    "You plan", "  You plan  ", "Join {{employer}}", "{{pay}} a year", "", "a\rb\x01", "{{none}}",
    "You plan the week",
  };
  const char *text = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
  VacNode *item = pick (document, VAC_ROLE_ITEM, rand);
  VacNode *items = vac_node_get_parent (item);
  VacNode *pay = vac_document_get (document, VAC_ROLE_PAY);

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
    case 1:
      vac_document_set_text (document, vac_node_get (item, VAC_ROLE_ITEM_TEXT), text);
      break;
    case 2:
      vac_document_set_text (document, vac_node_get (item, VAC_ROLE_ITEM_LABEL), text);
      break;
    case 3:
      vac_document_set_toggle (document, vac_node_get (item, VAC_ROLE_ITEM_INCLUDE),
                               g_rand_boolean (rand));
      break;
    case 4:
      add_items (document, items, (guint) g_rand_int_range (rand, 1, 40), rand);
      break;
    case 5:
      if (vac_node_get_n_children (items) > 1)
        vac_document_remove (document, item);
      break;
    case 6:
      vac_document_move (document, item,
                         (guint) g_rand_int_range (rand, 0, (int) vac_node_get_n_children (items)));
      break;
    case 7:
      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME), text);
      break;
    case 8:
      vac_document_set_toggle (document, vac_node_get (pay, VAC_ROLE_PAY_DISCLOSE),
                               g_rand_boolean (rand));
      break;
    case 9:
      if (vac_document_get_can_undo (document))
        vac_document_undo (document);
      break;
    case 10:
      if (vac_document_get_can_redo (document))
        vac_document_redo (document);
      break;
    default:
      vac_document_set_text (document,
                             vac_node_get (pick (document, VAC_ROLE_SECTION, rand),
                                           VAC_ROLE_SECTION_TITLE),
                             text);
    }
}

static void
assert_same_block (const VacBlock *a,
                   const VacBlock *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->level, ==, b->level);
  g_assert_cmpint (a->header, ==, b->header);
  g_assert_cmpint (a->unfilled, ==, b->unfilled);
  g_assert_cmpstr (a->label, ==, b->label);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpstr (a->link, ==, b->link);
  g_assert_true (a->node == b->node);
}

/* Returns how many blocks are shared with the earlier outline. */
static guint
assert_made_as_anew (VacDocument *document,
                     VacOutline  *outline,
                     VacOutline  *earlier)
{
  g_autoptr (VacOutline) anew = vac_outline_new (document, vac_outline_get_audience (outline));
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  guint n_shared = 0;

  for (guint i = 0; earlier != NULL && i < vac_outline_get_n_blocks (earlier); i++)
    g_hash_table_add (known, (gpointer) vac_outline_get_block (earlier, i));
  g_assert_cmpuint (vac_outline_get_n_blocks (outline), ==, vac_outline_get_n_blocks (anew));
  for (guint i = 0; i < vac_outline_get_n_blocks (anew); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      assert_same_block (block, vac_outline_get_block (anew, i));
      n_shared += g_hash_table_contains (known, block);
    }
  g_assert_cmpstrv (vac_outline_get_unfilled (outline), vac_outline_get_unfilled (anew));

  return n_shared;
}

static void
test_an_outline_after_edits_is_the_one_made_anew (void)
{
  const VacAudience audiences[] = { VAC_AUDIENCE_CANDIDATE, VAC_AUDIENCE_TEAM };

  for (guint a = 0; a < G_N_ELEMENTS (audiences); a++)
    {
      g_autoptr (VacDocument) document = support_load_guide ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (11 + a);
      g_autoptr (VacOutline) earlier = NULL;
      guint n_shared = 0;

      for (guint i = 0; i < N_EDITS; i++)
        {
          VacOutline *outline = vac_outline_new_after (document, audiences[a], earlier);

          n_shared += assert_made_as_anew (document, outline, earlier);
          g_clear_pointer (&earlier, vac_outline_unref);
          earlier = outline;
          edit (document, rand);
        }
      g_assert_cmpuint (n_shared, >, 20 * N_EDITS);
    }
}

/* What one reader sees is nothing to another, and nodes of one document are not in another. */
static void
test_nothing_is_shared_with_another_reader (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  g_autoptr (VacDocument) other = support_load_guide ();
  g_autoptr (VacOutline) team = vac_outline_new (document, VAC_AUDIENCE_TEAM);
  g_autoptr (VacOutline) candidate = vac_outline_new_after (document, VAC_AUDIENCE_CANDIDATE, team);
  g_autoptr (VacOutline) of_other = vac_outline_new_after (other, VAC_AUDIENCE_TEAM, team);
  g_autoptr (VacOutline) same = vac_outline_new_after (document, VAC_AUDIENCE_TEAM, team);

  g_assert_cmpuint (assert_made_as_anew (document, candidate, team), ==, 0);
  g_assert_cmpuint (assert_made_as_anew (other, of_other, team), ==, 0);
  g_assert_cmpuint (assert_made_as_anew (document, same, team), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/made-after-edits-is-the-one-made-anew",
                   test_an_outline_after_edits_is_the_one_made_anew);
  g_test_add_func ("/outline/shares-nothing-with-another-reader",
                   test_nothing_is_shared_with_another_reader);

  return g_test_run ();
}
