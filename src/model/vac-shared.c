/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-shared"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-part.h"
#include "vac-shared.h"

/* Parts of a posting that are copies of a shared text.
 *
 * A shared text is a document of its own whose first section is the text. A posting that uses it
 * has a full copy, and notes with it which version it is and a digest of what that says. So a
 * posting is whole without the shared text, and tells alone whether somebody edited the copy. */

#define LONGEST_ID 100

/**
 * vac_shared_is_id:
 * @id: a text
 *
 * Returns: whether it can be the id of a shared text, which names its file: small letters of ASCII,
 *   digits and hyphens
 */
gboolean
vac_shared_is_id (const char *id)
{
  g_return_val_if_fail (id != NULL, FALSE);

  return *id != '\0' && *id != '-' && strlen (id) <= LONGEST_ID &&
         strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (id);
}

/**
 * vac_shared_get_section:
 * @text: a shared text
 *
 * Returns: (transfer none) (nullable): the section that is copied; %NULL if it has none
 */
VacNode *
vac_shared_get_section (VacDocument *text)
{
  VacNode *sections;

  g_return_val_if_fail (VAC_IS_DOCUMENT (text), NULL);

  sections = vac_document_get (text, VAC_ROLE_SECTIONS);

  return vac_node_get_n_children (sections) > 0 ? vac_node_get_child (sections, 0) : NULL;
}

/* What is copied of a section, its own ids, audience and advice left out. */
static const VacRole shared_members[] = {
  VAC_ROLE_SECTION_TITLE,
  VAC_ROLE_SECTION_TEXT,
  VAC_ROLE_SECTION_ITEMS,
};

static void
collect_contents (VacNode   *section,
                  GPtrArray *contents)
{
  VacNode *parts = vac_node_get (section, VAC_ROLE_SUBSECTIONS);

  for (guint i = 0; i < G_N_ELEMENTS (shared_members); i++)
    g_ptr_array_add (contents, vac_node_get (section, shared_members[i]));
  for (guint i = 0; parts != NULL && i < vac_node_get_n_children (parts); i++)
    collect_contents (vac_node_get_child (parts, i), contents);
}

/**
 * vac_shared_make_digest:
 * @section: a section or subsection
 *
 * Returns: (transfer full): what stands for its heading, text, bullets and subsections
 */
char *
vac_shared_make_digest (VacNode *section)
{
  g_autoptr (GPtrArray) contents = g_ptr_array_new ();

  g_return_val_if_fail (VAC_IS_NODE (section), NULL);

  collect_contents (section, contents);

  return vac_part_make_digest (contents);
}

/**
 * vac_shared_get_reference:
 * @section: a section or subsection
 * @reference: (out caller-allocates): what it says, valid for as long as it says so
 *
 * Returns: whether @section is a copy of a shared text
 */
gboolean
vac_shared_get_reference (VacNode      *section,
                          VacReference *reference)
{
  VacNode *record;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (VAC_IS_NODE (section) && reference != NULL, FALSE);

  *reference = (VacReference) { 0 };
  record = vac_node_get (section, VAC_ROLE_REFERENCE);
  if (record == NULL ||
      !vac_shared_is_id (vac_node_get_member_text (record, VAC_ROLE_REFERENCE_ID)) ||
      !vac_node_get_member_integer (record, VAC_ROLE_REFERENCE_VERSION, &reference->version))
    return FALSE;

  reference->id = vac_node_get_member_text (record, VAC_ROLE_REFERENCE_ID);
  digest = vac_shared_make_digest (section);
  reference->edited =
    !g_str_equal (vac_node_get_member_text (record, VAC_ROLE_REFERENCE_DIGEST), digest);

  return TRUE;
}

static void
collect_copies (VacNode    *list,
                const char *id,
                GPtrArray  *copies)
{
  for (guint i = 0; list != NULL && i < vac_node_get_n_children (list); i++)
    {
      VacNode *section = vac_node_get_child (list, i);
      VacReference reference;

      if (vac_shared_get_reference (section, &reference) &&
          (id == NULL || g_str_equal (reference.id, id)))
        g_ptr_array_add (copies, section);
      collect_copies (vac_node_get (section, VAC_ROLE_SUBSECTIONS), id, copies);
    }
}

/**
 * vac_shared_list:
 * @posting: a posting
 * @id: (nullable): the id of a shared text; %NULL for any
 *
 * Returns: (transfer container) (element-type VacNode): its sections and subsections that are
 *   copies of that text, in their order
 */
GPtrArray *
vac_shared_list (VacDocument *posting,
                 const char  *id)
{
  GPtrArray *copies = g_ptr_array_new ();

  g_return_val_if_fail (VAC_IS_DOCUMENT (posting), copies);

  collect_copies (vac_document_get (posting, VAC_ROLE_SECTIONS), id, copies);

  return copies;
}

/**
 * vac_shared_find_place:
 * @posting: a posting
 * @text: a shared text
 *
 * Returns: (transfer none) (nullable): the section of @posting that says already what @text is for:
 *   a copy of it, or one with the id of its section
 */
VacNode *
vac_shared_find_place (VacDocument *posting,
                       VacDocument *text)
{
  g_autoptr (GPtrArray) copies = NULL;
  VacNode *section;
  const char *id;

  g_return_val_if_fail (VAC_IS_DOCUMENT (posting) && VAC_IS_DOCUMENT (text), NULL);

  copies = vac_shared_list (posting, vac_document_get_text (text, VAC_ROLE_SHARED_ID));
  if (copies->len > 0)
    return g_ptr_array_index (copies, 0);
  section = vac_shared_get_section (text);
  id = section != NULL ? vac_node_get_member_text (section, VAC_ROLE_SECTION_ID) : "";

  return *id != '\0' ? vac_document_find_section (posting, id) : NULL;
}

/* Copying */

static char *
make_id (VacDocument *document,
         const char  *wish)
{
  const char *base = *wish != '\0' ? wish : "section";
  char *id = g_strdup (base);

  for (guint number = 2; vac_document_find_section (document, id) != NULL; number++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, number);
    }

  return id;
}

static gboolean
set_reference (VacDocument *document,
               VacNode     *section,
               const char  *id,
               const char  *version,
               const char  *digest)
{
  VacNode *record = vac_node_get (section, VAC_ROLE_REFERENCE);

  return vac_document_set_text (document, vac_node_get (record, VAC_ROLE_REFERENCE_ID), id) &&
         vac_document_set_text (document, vac_node_get (record, VAC_ROLE_REFERENCE_VERSION),
                                version) &&
         vac_document_set_text (document, vac_node_get (record, VAC_ROLE_REFERENCE_DIGEST), digest);
}

/* Whoever guards copies from being edited lets these operations pass. */
#define PUTTING_KEY "vac-shared-putting"

static void
begin (VacDocument *document,
       const char  *label)
{
  const guint depth = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (document), PUTTING_KEY));

  g_object_set_data (G_OBJECT (document), PUTTING_KEY, GUINT_TO_POINTER (depth + 1));
  vac_document_begin_step (document, label);
}

static void
end (VacDocument *document)
{
  const guint depth = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (document), PUTTING_KEY));

  g_object_set_data (G_OBJECT (document), PUTTING_KEY, GUINT_TO_POINTER (depth - 1));
  vac_document_end_step (document);
}

/**
 * vac_shared_is_putting:
 * @document: a posting
 *
 * Returns: whether one of the functions here is changing it, for its guard
 */
gboolean
vac_shared_is_putting (VacDocument *document)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (document), FALSE);

  return g_object_get_data (G_OBJECT (document), PUTTING_KEY) != NULL;
}

/**
 * vac_shared_find_copy:
 * @edit: an edit of a posting
 *
 * Returns: (transfer none) (nullable): the part that is a copy of a shared text and would say
 *   something else after @edit; %NULL if no copy would
 */
VacNode *
vac_shared_find_copy (const VacEdit *edit)
{
  VacNode *node, *below = NULL;

  g_return_val_if_fail (edit != NULL, NULL);

  node = edit->kind == VAC_EDIT_INSERT ? edit->list : edit->node;
  if (edit->kind != VAC_EDIT_SET && edit->kind != VAC_EDIT_SET_RAW && edit->kind != VAC_EDIT_INSERT)
    node = vac_node_get_parent (edit->node);
  for (; node != NULL; below = node, node = vac_node_get_parent (node))
    {
      VacReference reference;

      if (vac_node_get_role (node) != VAC_ROLE_SECTION || below == NULL)
        continue;
      if (vac_node_get_role (below) != VAC_ROLE_SUBSECTIONS &&
          vac_node_get_role (below) != VAC_ROLE_SECTION_TITLE &&
          vac_node_get_role (below) != VAC_ROLE_SECTION_TEXT &&
          vac_node_get_role (below) != VAC_ROLE_SECTION_ITEMS)
        return NULL;
      if (vac_shared_get_reference (node, &reference))
        return node;
    }

  return NULL;
}

static void take_section (VacDocument *document,
                          VacNode     *section,
                          VacNode     *from);

static void
take_element (VacDocument *document,
              VacNode     *element,
              VacNode     *from)
{
  if (vac_node_get_role (element) == VAC_ROLE_SECTION)
    {
      take_section (document, element, from);
      return;
    }
  for (guint i = 0; i < vac_node_get_n_children (element); i++)
    {
      VacNode *leaf = vac_node_get_child (element, i);
      VacNode *other = vac_node_get_field (leaf) != NULL
                           ? vac_node_get (from, vac_node_get_role (leaf)) : NULL;

      if (other != NULL && vac_node_get_role (leaf) != VAC_ROLE_ITEM_ID &&
          vac_node_get_role (leaf) != VAC_ROLE_ITEM_ORIGIN &&
          vac_field_is_leaf (vac_node_get_field (leaf)))
        vac_document_set_text (document, leaf, vac_node_get_text (other));
    }
}

/* A section that is inserted must not have the id of another one, nor be a copy of what it was. */
static void
insert_copy (VacDocument *document,
             VacNode     *list,
             VacNode     *from)
{
  g_autoptr (VacNode) copy = vac_node_copy (from);
  VacNode *id = vac_node_get (copy, VAC_ROLE_SECTION_ID);
  g_autofree char *unique = id != NULL ? make_id (document, vac_node_get_text (id)) : NULL;

  vac_document_append (document, list, copy);
  if (id == NULL)
    return;
  vac_document_set_text (document, id, unique);
  set_reference (document, copy, "", "", "");
}

/* What stays keeps its nodes, so that forms that show them stay as well. */
static void
take_list (VacDocument *document,
           VacNode     *list,
           VacNode     *from)
{
  const guint n = from != NULL ? vac_node_get_n_children (from) : 0;

  while (vac_node_get_n_children (list) > n)
    vac_document_remove (document, vac_node_get_child (list, vac_node_get_n_children (list) - 1));
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    take_element (document, vac_node_get_child (list, i), vac_node_get_child (from, i));
  for (guint i = vac_node_get_n_children (list); i < n; i++)
    insert_copy (document, list, vac_node_get_child (from, i));
}

static void
take_section (VacDocument *document,
              VacNode     *section,
              VacNode     *from)
{
  VacNode *parts = vac_node_get (section, VAC_ROLE_SUBSECTIONS);

  for (guint i = 0; i < G_N_ELEMENTS (shared_members); i++)
    {
      VacNode *member = vac_node_get (section, shared_members[i]);
      VacNode *other = vac_node_get (from, shared_members[i]);

      if (vac_node_get_kind (member) == VAC_KIND_LIST)
        take_list (document, member, other);
      else
        vac_document_set_text (document, member, vac_node_get_text (other));
    }
  if (parts != NULL)
    take_list (document, parts, vac_node_get (from, VAC_ROLE_SUBSECTIONS));
}

/**
 * vac_shared_put:
 * @posting: a posting
 * @section: a section or subsection of it
 * @text: a shared text
 *
 * Makes @section a copy of @text, in one step. Its id, audience and advice stay, and so does its
 * table.
 *
 * Returns: as vac_document_apply(); %FALSE also for a text without a section
 */
gboolean
vac_shared_put (VacDocument *posting,
                VacNode     *section,
                VacDocument *text)
{
  VacNode *from;
  g_autofree char *digest = NULL;
  gboolean done;

  g_return_val_if_fail (VAC_IS_DOCUMENT (posting) && VAC_IS_NODE (section), FALSE);
  g_return_val_if_fail (VAC_IS_DOCUMENT (text), FALSE);

  from = vac_shared_get_section (text);
  if (from == NULL || vac_document_get_read_only (posting))
    return FALSE;

  begin (posting, _("Insert Shared Text"));
  take_section (posting, section, from);
  /* A subsection has no room for subsections: what counts is what was copied. */
  digest = vac_shared_make_digest (section);
  done = set_reference (posting, section, vac_document_get_text (text, VAC_ROLE_SHARED_ID),
                        vac_document_get_text (text, VAC_ROLE_SHARED_VERSION), digest);
  end (posting);

  return done;
}

/**
 * vac_shared_insert:
 * @posting: a posting
 * @text: a shared text
 * @position: before which section of the first level; past the last one for the end
 *
 * Inserts a copy of @text as a section, in one step.
 *
 * Returns: (transfer none) (nullable): the section; %NULL for a posting that is read only or a text
 *   without a section
 */
VacNode *
vac_shared_insert (VacDocument *posting,
                   VacDocument *text,
                   guint        position)
{
  VacNode *list, *from, *advice;
  g_autoptr (VacNode) section = NULL;
  g_autofree char *id = NULL;
  gboolean done;

  g_return_val_if_fail (VAC_IS_DOCUMENT (posting) && VAC_IS_DOCUMENT (text), NULL);

  list = vac_document_get (posting, VAC_ROLE_SECTIONS);
  from = vac_shared_get_section (text);
  if (from == NULL || vac_document_get_read_only (posting))
    return NULL;

  id = make_id (posting, vac_node_get_member_text (from, VAC_ROLE_SECTION_ID));
  section = vac_node_new_record (
      vac_node_get_field (list)->element, VAC_ROLE_SECTION_ID, id, VAC_ROLE_SECTION_AUDIENCE,
      vac_node_get_member_text (from, VAC_ROLE_SECTION_AUDIENCE), VAC_ROLE_NONE);
  advice = vac_node_get (section, VAC_ROLE_SECTION_ADVICE);
  begin (posting, _("Insert Shared Text"));
  done = vac_document_insert (posting, list, MIN (position, vac_node_get_n_children (list)),
                              section) &&
         vac_document_set_text (posting, advice,
                                vac_node_get_member_text (from, VAC_ROLE_SECTION_ADVICE)) &&
         vac_shared_put (posting, section, text);
  end (posting);

  return done ? section : NULL;
}

/**
 * vac_shared_detach:
 * @posting: a posting
 * @section: a copy of a shared text in it
 *
 * From then on @section is a section like any other, in one step.
 *
 * Returns: as vac_document_apply()
 */
gboolean
vac_shared_detach (VacDocument *posting,
                   VacNode     *section)
{
  gboolean done;

  g_return_val_if_fail (VAC_IS_DOCUMENT (posting) && VAC_IS_NODE (section), FALSE);

  begin (posting, _("Detach Shared Text"));
  done = set_reference (posting, section, "", "", "");
  end (posting);

  return done;
}

/**
 * vac_shared_update:
 * @posting: a posting
 * @text: the newest version of a shared text
 * @edited_too: whether also what was edited in the posting is replaced
 * @n_edited: (out) (optional): how many copies were left as they are because of that
 *
 * Makes copies of older versions of @text copies of this one, in one step.
 *
 * Returns: how many
 */
guint
vac_shared_update (VacDocument *posting,
                   VacDocument *text,
                   gboolean     edited_too,
                   guint       *n_edited)
{
  g_autoptr (GPtrArray) copies = NULL;
  gint64 version = 0;
  guint n = 0, left = 0;

  g_return_val_if_fail (VAC_IS_DOCUMENT (posting) && VAC_IS_DOCUMENT (text), 0);

  vac_node_get_integer (vac_document_get (text, VAC_ROLE_SHARED_VERSION), &version);
  copies = vac_shared_list (posting, vac_document_get_text (text, VAC_ROLE_SHARED_ID));
  begin (posting, _("Update Shared Text"));
  for (guint i = 0; i < copies->len; i++)
    {
      VacNode *section = g_ptr_array_index (copies, i);
      VacReference reference;

      /* One copy may have been inside another that was just replaced. */
      if (!vac_shared_get_reference (section, &reference) || reference.version >= version ||
          vac_node_get_root (section) != vac_document_get_root (posting))
        continue;
      if (reference.edited && !edited_too)
        left++;
      else
        n += vac_shared_put (posting, section, text);
    }
  end (posting);
  if (n_edited != NULL)
    *n_edited = left;

  return n;
}

/**
 * vac_shared_make:
 * @posting: a posting
 * @section: a section or subsection of it
 *
 * Returns: (transfer full): a document in the language of @posting whose only section says what
 *   @section does. It has no id yet.
 */
VacDocument *
vac_shared_make (VacDocument *posting,
                 VacNode     *section)
{
  static const VacRole copied[] = {
    VAC_ROLE_SECTION_ID, VAC_ROLE_SECTION_AUDIENCE, VAC_ROLE_SECTION_ADVICE,
  };
  VacDocument *text;
  VacNode *list;
  g_autoptr (VacNode) copy = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (posting) && VAC_IS_NODE (section), NULL);

  text = vac_document_new ();
  list = vac_document_get (text, VAC_ROLE_SECTIONS);
  copy = vac_node_new (vac_node_get_field (list)->element);
  vac_document_set_text (text, vac_document_get (text, VAC_ROLE_LANGUAGE),
                         vac_document_get_text (posting, VAC_ROLE_LANGUAGE));
  vac_document_append (text, list, copy);
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    vac_document_set_text (text, vac_node_get (copy, copied[i]),
                           vac_node_get_member_text (section, copied[i]));
  take_section (text, copy, section);

  return text;
}
