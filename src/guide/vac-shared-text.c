/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-shared-text"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-code-names.h"
#include "vac-codes.h"
#include "vac-date.h"
#include "vac-error.h"
#include "vac-reader.h"
#include "vac-shared-text.h"
#include "vac-shared.h"

/* Texts that postings have copies of: equal opportunity, benefits, how to apply. Each is a document
 * with one section, in a file of its own. */

static const VacChoice kinds[] = {
  { "equal-opportunity", N_("Equal opportunity") },
  { "accommodation", N_("Accommodation") },
  { "employer", N_("About the employer") },
  { "benefits", N_("Benefits") },
  { "application", N_("Application process") },
  { "first-year", N_("First year") },
};

/**
 * vac_shared_kind_get_n:
 *
 * Returns: how many kinds there are that have a name in every language of the interface
 */
guint
vac_shared_kind_get_n (void)
{
  return G_N_ELEMENTS (kinds);
}

/**
 * vac_shared_kind_get_id:
 * @position: a position less than vac_shared_kind_get_n()
 *
 * Returns: (transfer none): the id of that kind
 */
const char *
vac_shared_kind_get_id (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (kinds), NULL);

  return kinds[position].id;
}

/**
 * vac_shared_kind_describe:
 * @kind: the id of a kind, or a word of the user's own
 *
 * Returns: (transfer none): what a person calls it
 */
const char *
vac_shared_kind_describe (const char *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, kind))
      return _(kinds[i].label);

  return *kind != '\0' ? kind : _("Other");
}

/* Reading */

static VacSharedText *
fail (GBytes     *bytes,
      const char *path,
      const char *sentence,
      GError    **error)
{
  guint line, column;

  vac_read_position (bytes, path, &line, &column);
  vac_error_set_at (error, VAC_ERROR_FORMAT, line, column, sentence);

  return NULL;
}

static char *
dup_leaf (VacDocument *document,
          VacRole      role)
{
  return g_strdup (vac_document_get_text (document, role));
}

/* The paths are those of the members, which only the schema spells. */
static VacSharedText *
fail_at (GBytes      *bytes,
         VacDocument *document,
         VacRole      role,
         const char  *sentence,
         GError     **error)
{
  g_autofree char *path = vac_node_get_path (vac_document_get (document, role));

  return fail (bytes, path, sentence, error);
}

/**
 * vac_shared_text_read:
 * @bytes: what a file holds
 * @file: (nullable): the file; %NULL for a text that is built in
 * @error: return location for a #VacError; it has a place
 *
 * Returns: (transfer full) (nullable): the shared text in it
 */
VacSharedText *
vac_shared_text_read (GBytes  *bytes,
                      GFile   *file,
                      GError **error)
{
  g_autoptr (VacDocument) document = NULL;
  VacSharedText *self;
  gint64 version = 0;

  g_return_val_if_fail (bytes != NULL, NULL);

  document = vac_read_document (bytes, error);
  if (document == NULL)
    return NULL;
  if (vac_node_is_empty (vac_document_get (document, VAC_ROLE_SHARED_TEXT)))
    return fail (bytes, "", _("This is a posting and no shared text."), error);
  if (!vac_shared_is_id (vac_document_get_text (document, VAC_ROLE_SHARED_ID)))
    return fail_at (bytes, document, VAC_ROLE_SHARED_ID,
                    _("A shared text needs an id of small letters, digits, and hyphens."), error);
  if (!vac_node_get_integer (vac_document_get (document, VAC_ROLE_SHARED_VERSION), &version) ||
      version < 1)
    return fail_at (bytes, document, VAC_ROLE_SHARED_VERSION,
                    _("A shared text needs the number of its version, from 1."), error);
  if (vac_shared_get_section (document) == NULL)
    return fail_at (bytes, document, VAC_ROLE_SECTIONS,
                    _("A shared text needs a section, which is the text."), error);

  self = g_new0 (VacSharedText, 1);
  self->id = dup_leaf (document, VAC_ROLE_SHARED_ID);
  self->title = dup_leaf (document, VAC_ROLE_SHARED_TITLE);
  if (*self->title == '\0')
    {
      g_free (self->title);
      self->title = g_strdup (self->id);
    }
  self->kind = dup_leaf (document, VAC_ROLE_SHARED_KIND);
  self->language = dup_leaf (document, VAC_ROLE_LANGUAGE);
  self->country = dup_leaf (document, VAC_ROLE_SHARED_COUNTRY);
  self->note = dup_leaf (document, VAC_ROLE_SHARED_NOTE);
  self->changed = dup_leaf (document, VAC_ROLE_SHARED_CHANGED);
  self->version = version;
  self->locked = vac_node_get_toggle (vac_document_get (document, VAC_ROLE_SHARED_LOCKED));
  g_set_object (&self->file, file);
  self->bytes = g_bytes_ref (bytes);

  return self;
}

/**
 * vac_shared_text_free:
 * @self: (transfer full): a shared text
 */
void
vac_shared_text_free (VacSharedText *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->title);
  g_free (self->kind);
  g_free (self->language);
  g_free (self->country);
  g_free (self->note);
  g_free (self->changed);
  g_clear_object (&self->file);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * vac_shared_text_open:
 * @self: a shared text
 * @error: return location for a #VacError
 *
 * Returns: (transfer full) (nullable): its document
 */
VacDocument *
vac_shared_text_open (const VacSharedText *self,
                      GError             **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return vac_read_document (self->bytes, error);
}

/* Showing */

static void
append_line (GString    *out,
             const char *text)
{
  if (*text == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, text);
}

static void
append_section (GString *out,
                VacNode *section)
{
  VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);
  VacNode *parts = vac_node_get (section, VAC_ROLE_SUBSECTIONS);

  append_line (out, vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE));
  if (*vac_node_get_member_text (section, VAC_ROLE_SECTION_TEXT) != '\0')
    g_string_append_c (out, '\n');
  append_line (out, vac_node_get_member_shown_text (section, VAC_ROLE_SECTION_TEXT));
  for (guint i = 0; i < vac_node_get_n_children (items); i++)
    {
      VacNode *item = vac_node_get_child (items, i);
      const char *label = vac_node_get_member_text (item, VAC_ROLE_ITEM_LABEL);
      g_autofree char *line = g_strconcat (
          "• ", label, *label != '\0' ? ": " : "",
          vac_node_get_member_shown_text (item, VAC_ROLE_ITEM_TEXT), NULL);

      append_line (out, line);
    }
  for (guint i = 0; parts != NULL && i < vac_node_get_n_children (parts); i++)
    {
      g_string_append_c (out, '\n');
      append_section (out, vac_node_get_child (parts, i));
    }
}

/**
 * vac_shared_text_dup_prose:
 * @self: a shared text
 *
 * Returns: (transfer full): what it says, placeholders as they are written
 */
char *
vac_shared_text_dup_prose (const VacSharedText *self)
{
  g_autoptr (VacDocument) document = NULL;
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  document = vac_read_document (self->bytes, NULL);
  if (document != NULL)
    append_section (out, vac_shared_get_section (document));

  return g_string_free (out, FALSE);
}

/**
 * vac_shared_text_describe_place:
 * @self: a shared text
 *
 * Returns: (transfer full): its language and country in words of the interface's language
 */
char *
vac_shared_text_describe_place (const VacSharedText *self)
{
  const char *interface = g_get_language_names ()[0];
  const char *tag = g_str_equal (interface, "C") ? "en" : interface;
  g_autofree char *language = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  language = vac_code_names_get (VAC_CODE_LANGUAGE, self->language, tag);

  return language != NULL ? g_steal_pointer (&language) : g_strdup (self->language);
}

static gboolean
is_in_country (VacDocument *posting,
               const char  *country)
{
  VacNode *locations = vac_document_get (posting, VAC_ROLE_LOCATIONS);

  for (guint i = 0; i < vac_node_get_n_children (locations); i++)
    if (g_str_equal (vac_node_get_member_text (vac_node_get_child (locations, i),
                                               VAC_ROLE_LOCATION_COUNTRY), country))
      return TRUE;

  return FALSE;
}

/**
 * vac_shared_text_rank:
 * @self: a shared text
 * @posting: a posting
 *
 * Returns: how well it suits @posting, by language and place of work: 0 is best, and %G_MAXUINT for
 *   a text in another language
 */
guint
vac_shared_text_rank (const VacSharedText *self,
                      VacDocument         *posting)
{
  const char *language;
  g_autofree char *home = NULL;

  g_return_val_if_fail (self != NULL && VAC_IS_DOCUMENT (posting), G_MAXUINT);

  language = vac_document_get_text (posting, VAC_ROLE_LANGUAGE);
  if (*language != '\0' && !vac_codes_is_same_language (self->language, language))
    return G_MAXUINT;
  if (*self->country == '\0')
    return 2;
  if (is_in_country (posting, self->country))
    return 0;
  home = vac_codes_get_home_country (language);
  if (g_ascii_strcasecmp (self->language, language) == 0 ||
      g_strcmp0 (home, self->country) == 0)
    return 1;

  return 3;
}

/* Changing */

static void
set_text (VacDocument *document,
          VacRole      role,
          const char  *text)
{
  vac_document_set_text (document, vac_document_get (document, role), text);
}

static gboolean
says_the_same (const VacSharedText *self,
               VacDocument         *document)
{
  g_autoptr (VacDocument) before = vac_read_document (self->bytes, NULL);
  g_autofree char *digest = vac_shared_make_digest (vac_shared_get_section (document));
  g_autofree char *earlier = before != NULL
                                 ? vac_shared_make_digest (vac_shared_get_section (before)) : NULL;

  return g_strcmp0 (digest, earlier) == 0;
}

/**
 * vac_shared_text_make_next:
 * @self: (nullable): a shared text; %NULL for a new one
 * @document: what it is to be: @self's document, changed; for a new one, with an id
 *
 * Returns: (transfer full): a copy of @document to be written. It is the next version, of today, if
 *   it says something else than @self; otherwise it is the same version, even if it has another
 *   title or is locked now
 */
VacDocument *
vac_shared_text_make_next (const VacSharedText *self,
                           VacDocument         *document)
{
  g_autoptr (VacNode) root = NULL;
  VacDocument *next;
  g_autofree char *version = NULL;
  g_autofree char *day = NULL;
  GDate today;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (vac_shared_get_section (document) != NULL, NULL);

  root = vac_node_copy (vac_document_get_root (document));
  next = vac_document_new_for_root (root);
  if (self != NULL && says_the_same (self, document))
    return next;

  version = g_strdup_printf ("%" G_GINT64_FORMAT, self != NULL ? self->version + 1 : 1);
  vac_date_today (&today);
  day = vac_date_to_iso (&today);
  set_text (next, VAC_ROLE_SHARED_VERSION, version);
  set_text (next, VAC_ROLE_SHARED_CHANGED, day);

  return next;
}
