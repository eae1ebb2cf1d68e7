/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper-fixture.h"
#include "support.h"
#include "vac-node-build.h"

/* Pages that are cut from where an edit begins to where it ends are those of a posting that is laid
 * out for the first time. */

#define N_EDITS 80

/* A long posting is laid out anew after each edit, which takes its time: one posting of so many. */
#define EVERY 3

/* Bullets that make a posting long, so that most of its pages stay. */
#define N_BULLETS 90

static void
assert_cut_as_anew (VacPaper *paper)
{
  g_autoptr (VacPaper) full = vac_paper_new (vac_paper_get_setup (paper));

  vac_paper_set_outline (full, vac_paper_get_outline (paper));
  g_assert_cmpuint (vac_paper_get_n_pages (paper), ==, vac_paper_get_n_pages (full));
  g_assert_cmpfloat (vac_paper_get_body_size (paper), ==, vac_paper_get_body_size (full));
  for (guint i = 0; i < vac_paper_get_n_pages (full); i++)
    {
      const VacSheet *a = vac_paper_get_page (paper, i);
      const VacSheet *b = vac_paper_get_page (full, i);

      g_assert_cmpfloat (a->band_bottom, ==, b->band_bottom);
      g_assert_cmpfloat (a->panel_bottom, ==, b->panel_bottom);
      assert_same_slices (a, b);
      for (guint j = 0; j < a->slices->len; j++)
        {
          const VacSlice *x = &g_array_index (a->slices, VacSlice, j);

          /* Both outlines are the same, so these are the same blocks. */
          g_assert_true (x->piece->block
                         == g_array_index (b->slices, VacSlice, j).piece->block);
          g_assert_cmpuint (x->serial, ==, x->piece->serial);
        }
    }
}

/* Each list and each text of a posting that an edit can change. */
static void
collect (VacNode   *node,
         GPtrArray *lists,
         GPtrArray *texts)
{
  const VacRole role = vac_node_get_role (node);

  if (role == VAC_ROLE_SECTION_ITEMS || role == VAC_ROLE_SECTIONS)
    g_ptr_array_add (lists, node);
  if (role == VAC_ROLE_ITEM_TEXT || role == VAC_ROLE_SECTION_TEXT || role == VAC_ROLE_SECTION_TITLE
      || role == VAC_ROLE_JOB_TITLE)
    g_ptr_array_add (texts, node);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    collect (vac_node_get_child (node, i), lists, texts);
}

static gpointer
pick (GPtrArray *array,
      GRand     *rand)
{
  return g_ptr_array_index (array, (guint) g_rand_int_range (rand, 0, (int) array->len));
}

static guint
pick_index (guint  n,
            GRand *rand)
{
  return (guint) g_rand_int_range (rand, 0, (int) n);
}

static void
insert_item (VacDocument *document,
             VacNode     *list,
             GRand       *rand)
{
  const guint most_words = g_rand_boolean (rand) ? 8 : 120;
  g_autofree char *text = create_words (rand, 1 + pick_index (most_words, rand));
  g_autoptr (VacNode) item = NULL;

  if (vac_node_get_role (list) != VAC_ROLE_SECTION_ITEMS)
    return;
  item = vac_node_new_record (vac_node_get_field (list)->element, VAC_ROLE_ITEM_TEXT, text,
                              VAC_ROLE_NONE);
  vac_document_insert (document, list, pick_index (vac_node_get_n_children (list) + 1, rand), item);
}

static void
toggle_section (VacDocument *document,
                GRand       *rand)
{
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);
  VacNode *section, *include;

  if (vac_node_get_n_children (sections) == 0)
    return;
  section = vac_node_get_child (sections, pick_index (vac_node_get_n_children (sections), rand));
  include = vac_node_get (section, VAC_ROLE_SECTION_INCLUDE);
  vac_document_set_toggle (document, include, !vac_node_get_toggle (include));
}

static void
edit_text (VacDocument *document,
           VacNode     *text,
           GRand       *rand)
{
  g_autofree char *longer = NULL;

  if (pick_index (4, rand) == 0)
    longer = create_words (rand, 1 + pick_index (120, rand));
  else
    longer = g_strconcat (vac_node_get_text (text), pick_index (6, rand) == 0 ? " and" : "x", NULL);
  vac_document_set_text (document, text, longer);
}

static void
edit (VacDocument *document,
      VacPaper    *paper,
      GRand       *rand)
{
  static const char *const designs[] = { "classic", "modern", "compact" };
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  VacPageSetup setup = *vac_paper_get_setup (paper);
  VacNode *list;
  guint n;

  collect (vac_document_get_root (document), lists, texts);
  list = pick (lists, rand);
  n = vac_node_get_n_children (list);
  switch (g_rand_int_range (rand, 0, 40))
    {
    case 0:
      vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LOOK_DESIGN),
                             designs[pick_index (G_N_ELEMENTS (designs), rand)]);
      break;
    case 1:
      vac_page_setup_init (&setup, g_rand_boolean (rand) ? VAC_PAPER_LETTER : VAC_PAPER_A4);
      vac_paper_set_setup (paper, &setup);
      break;
    case 2:
      setup.one_page = !setup.one_page;
      vac_paper_set_setup (paper, &setup);
      break;
    case 3: case 4:
      toggle_section (document, rand);
      break;
    case 5: case 6: case 7: case 8: case 9: case 10:
      insert_item (document, list, rand);
      break;
    case 11: case 12: case 13: case 14:
      if (n > 1)
        vac_document_remove (document, vac_node_get_child (list, pick_index (n, rand)));
      break;
    case 15: case 16: case 17: case 18:
      if (n > 1)
        vac_document_move (document, vac_node_get_child (list, pick_index (n, rand)),
                           pick_index (n, rand));
      break;
    default:
      edit_text (document, pick (texts, rand), rand);
    }
}

static void
make_long (VacDocument *document,
           GRand       *rand)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  collect (vac_document_get_root (document), lists, texts);
  for (guint i = 0; i < N_BULLETS; i++)
    insert_item (document, pick (lists, rand), rand);
}

/* Pages at one place of both that share what is on them. */
static guint
count_shared (VacPaper   *paper,
              GPtrArray  *before)
{
  guint n = 0;

  for (guint i = 0; i < MIN (before->len, vac_paper_get_n_pages (paper)); i++)
    n += vac_paper_get_page (paper, i)->slices == g_ptr_array_index (before, i);

  return n;
}

static void
test_edits (gconstpointer data)
{
  const char *name = data;
  g_autoptr (VacDocument) document = support_load_posting (name);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_str_hash (name));
  g_autoptr (VacPaper) paper = NULL;
  VacPageSetup setup;
  guint n_shared = 0;

  make_long (document, rand);
  vac_page_setup_init (&setup, VAC_PAPER_A4);
  paper = vac_paper_new (&setup);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (GPtrArray) before =
          g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      g_autoptr (VacOutline) outline = NULL;

      for (guint j = 0; j < vac_paper_get_n_pages (paper); j++)
        g_ptr_array_add (before, g_array_ref (vac_paper_get_page (paper, j)->slices));
      outline = vac_outline_new_after (document, VAC_AUDIENCE_TEAM, vac_paper_get_outline (paper));
      vac_paper_set_outline (paper, outline);
      n_shared += count_shared (paper, before);
      assert_cut_as_anew (paper);
      edit (document, paper, rand);
    }
  /* Or this would show nothing. */
  g_assert_cmpuint (n_shared, >, N_EDITS * 2);
}

/* A key that moves no line leaves all pages but its own. */
static void
test_a_key_cuts_one_page (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_TEAM);
  g_autoptr (VacOutline) after = NULL;
  g_autoptr (VacPaper) paper = NULL;
  VacNode *item = NULL;

  make_long (document, rand);
  g_clear_pointer (&outline, vac_outline_unref);
  outline = vac_outline_new (document, VAC_AUDIENCE_TEAM);
  paper = create_sheets (outline, VAC_PAPER_A4);
  g_assert_cmpuint (vac_paper_get_n_pages (paper), >, 12);
  for (guint i = 0; i < vac_paper_get_n_pages (paper); i++)
    g_ptr_array_add (before, g_array_ref (vac_paper_get_page (paper, i)->slices));

  collect (vac_document_get_root (document), lists, texts);
  for (guint i = 0; i < lists->len; i++)
    if (vac_node_get_n_children (g_ptr_array_index (lists, i)) > 12
        && vac_node_get_role (g_ptr_array_index (lists, i)) == VAC_ROLE_SECTION_ITEMS)
      item = vac_node_get_child (g_ptr_array_index (lists, i), 6);
  edit_text (document, vac_node_get (item, VAC_ROLE_ITEM_TEXT), rand);
  after = vac_outline_new_after (document, VAC_AUDIENCE_TEAM, outline);
  vac_paper_set_outline (paper, after);
  assert_cut_as_anew (paper);
  g_assert_cmpuint (before->len - count_shared (paper, before), <=, 2);
}

int
main (int    argc,
      char **argv)
{
  g_auto (GStrv) names = NULL;

  g_test_init (&argc, &argv, NULL);
  names = support_list_postings ();
  for (guint i = 0; i < g_strv_length (names); i += EVERY)
    {
      g_autofree char *path = g_strdup_printf ("/cutting/edits-of-%s-equal-a-first-cut", names[i]);

      g_test_add_data_func_full (path, g_strdup (names[i]), test_edits, g_free);
    }
  g_test_add_func ("/cutting/a-key-cuts-one-page", test_a_key_cuts_one_page);

  return g_test_run ();
}
