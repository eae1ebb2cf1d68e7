/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diff-edits.h"

#include "vac-word-break.h"

static guint
draw (GRand *random,
      guint  n)
{
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

static void
collect (VacNode   *node,
         gboolean   lists,
         GPtrArray *found)
{
  const VacField *field = vac_node_get_field (node);

  if (lists ? vac_node_get_kind (node) == VAC_KIND_LIST
            : field != NULL && vac_field_is_leaf (field) && field->role != VAC_ROLE_VERSION &&
                  field->role != VAC_ROLE_FORMAT && !vac_node_is_empty (node))
    g_ptr_array_add (found, node);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    collect (vac_node_get_child (node, i), lists, found);
}

static VacNode *
pick (VacNode  *scope,
      GRand    *random,
      gboolean  lists)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (scope, lists, found);
  if (found->len == 0)
    return NULL;

  return g_ptr_array_index (found, draw (random, found->len));
}

/* A word that is nowhere else. */
static char *
make_word (GRand *random)
{
  return g_strdup_printf ("w%08x", g_rand_int (random));
}

static void
set_word (VacDocument *document,
          VacNode     *leaf,
          GRand       *random)
{
  g_autoptr (VacWordBreak) breaks = vac_word_break_new ("en");
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (VacWord));
  g_autofree char *word = make_word (random);
  g_autoptr (GString) text = g_string_new (vac_node_get_text (leaf));
  VacWord place;

  vac_word_break_split (breaks, text->str, words);
  if (words->len == 0)
    return;
  place = g_array_index (words, VacWord, draw (random, words->len));
  g_string_erase (text, (gssize) place.start, (gssize) place.length);
  g_string_insert (text, (gssize) place.start, word);
  vac_document_set_text (document, leaf, text->str);
}

static void
set_something (VacDocument *document,
               VacNode     *scope,
               GRand       *random)
{
  VacNode *leaf = pick (scope, random, FALSE);
  const VacField *field = leaf != NULL ? vac_node_get_field (leaf) : NULL;
  g_autofree char *text = NULL;
  gint64 number;

  if (leaf == NULL)
    return;
  switch (field->kind)
    {
    case VAC_KIND_TOGGLE:
      vac_document_set_toggle (document, leaf, !vac_node_get_toggle (leaf));
      return;
    case VAC_KIND_INTEGER:
      if (vac_node_get_integer (leaf, &number))
        vac_document_set_integer (document, leaf, number + 1 + draw (random, 9));
      return;
    case VAC_KIND_CHOICE:
      vac_document_set_text (document, leaf, field->choices[draw (random, 2)].id);
      return;
    case VAC_KIND_MONEY:
    case VAC_KIND_DECIMAL:
      text = g_strdup_printf ("%u", 1000 + draw (random, 9000));
      break;
    case VAC_KIND_DATE:
      text = g_strdup_printf ("20%u-01-01", 30 + draw (random, 60));
      break;
    case VAC_KIND_TEXT:
    case VAC_KIND_PROSE:
    case VAC_KIND_RECORD:
    case VAC_KIND_LIST:
    case VAC_KIND_OPAQUE:
    default:
      set_word (document, leaf, random);
      return;
    }
  vac_document_set_text (document, leaf, text);
}

static VacNode *
make_element (VacNode *list,
              GRand   *random)
{
  const VacField *element = vac_node_get_field (list)->element;
  g_autofree char *word = make_word (random);
  g_autofree char *text = g_strdup_printf ("Bring %s to every shift", word);

  if (vac_field_is_leaf (element))
    return vac_node_new_leaf (element, element->kind == VAC_KIND_CHOICE ? element->choices[0].id
                                                                        : text);

  return vac_node_new_record (element, vac_field_get_main_role (element), text, VAC_ROLE_NONE);
}

static void
insert_something (VacDocument *document,
                  VacNode     *list,
                  GRand       *random)
{
  const guint n = vac_node_get_n_children (list);
  g_autoptr (VacNode) node = n > 0 && draw (random, 4) == 0
                                 ? vac_node_copy (vac_node_get_child (list, draw (random, n)))
                                 : make_element (list, random);

  vac_document_insert (document, list, draw (random, n + 1), node);
}

static void
edit_something (VacDocument *document,
                VacNode     *scope,
                GRand       *random)
{
  VacNode *list = pick (scope, random, TRUE);
  const guint n = list != NULL ? vac_node_get_n_children (list) : 0;

  switch (list != NULL ? draw (random, 6) : 5)
    {
    case 0:
      insert_something (document, list, random);
      break;
    case 1:
      if (n > 0)
        vac_document_remove (document, vac_node_get_child (list, draw (random, n)));
      break;
    case 2:
      if (n > 0)
        vac_document_move (document, vac_node_get_child (list, draw (random, n)),
                           draw (random, n));
      break;
    default:
      set_something (document, scope, random);
    }
}

/*
 * diff_edits_make:
 * @document: a document
 * @scope: the node in it that edits are made in
 * @random: where to take chance from
 * @n_edits: how many edits to make at most; some may change nothing
 */
void
diff_edits_make (VacDocument *document,
                 VacNode     *scope,
                 GRand       *random,
                 guint        n_edits)
{
  for (guint i = 0; i < n_edits; i++)
    edit_something (document, scope, random);
}
