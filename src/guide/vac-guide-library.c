/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-library"

#include "config.h"

#include <string.h>

#include "vac-codes.h"
#include "vac-data.h"
#include "vac-error.h"
#include "vac-file-name.h"
#include "vac-guide-library.h"
#include "vac-guide-load.h"
#include "vac-guide-summary.h"
#include "vac-json.h"
#include "vac-reader.h"
#include "vac-status.h"

#define BUILT_IN_FOLDER VAC_RESOURCE_PATH "/guides/"

/* Of the built-in guides, the chooser shows this one first and that one last. */
#define FIRST_GUIDE "machine-learning-engineer"
#define LAST_GUIDE  "blank"

struct _VacGuideLibrary
{
  GPtrArray *guides;      /* of VacGuide */
  GPtrArray *problems;    /* of VacGuideProblem */
};

static void
guide_free (gpointer data)
{
  VacGuide *guide = data;

  g_free (guide->id);
  g_free (guide->edition_of);
  g_free (guide->language);
  g_free (guide->title);
  g_free (guide->name);
  g_free (guide->edition);
  g_free (guide->summary);
  g_clear_object (&guide->file);
  g_bytes_unref (guide->bytes);
  g_free (guide);
}

/* "machine-learning-engineer.json" and "machine-learning-engineer.vacancy" are both called
 * "machine-learning-engineer", whatever the document inside calls itself: a file name is unique.
 * The document's own name is what editions in several languages share. */
static char *
make_id (const char *file_name)
{
  const char *dot = strrchr (file_name, '.');

  return dot != NULL ? g_strndup (file_name, (gsize) (dot - file_name)) : g_strdup (file_name);
}

static gboolean
add_guide (const char *file_name,
           GFile      *file,
           GBytes     *bytes,
           gpointer    user_data,
           GError    **error)
{
  VacGuideLibrary *self = user_data;
  g_autoptr (VacDocument) document = vac_read_document (bytes, error);
  const char *name, *title, *edition;
  VacGuide *guide;

  if (document == NULL)
    return FALSE;

  name = vac_document_get_text (document, VAC_ROLE_GUIDE_ID);
  title = vac_document_get_text (document, VAC_ROLE_GUIDE_TITLE);
  edition = vac_document_get_text (document, VAC_ROLE_GUIDE_EDITION);
  if (*title == '\0')
    title = vac_document_get_text (document, VAC_ROLE_JOB_TITLE);

  guide = g_new0 (VacGuide, 1);
  guide->id = make_id (file_name);
  guide->edition_of = g_strdup (*name != '\0' ? name : guide->id);
  guide->language = g_strdup (vac_document_get_text (document, VAC_ROLE_LANGUAGE));
  guide->name = g_strdup (*title != '\0' ? title : guide->id);
  guide->edition = g_strdup (edition);
  guide->title = *edition == '\0' ? g_strdup (guide->name)
                                  : g_strdup_printf ("%s, %s", title, edition);
  guide->summary = vac_guide_summarize (document);
  g_set_object (&guide->file, file);
  guide->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (self->guides, guide);

  return TRUE;
}

static int
rank (const VacGuide *guide)
{
  if (g_str_equal (guide->edition_of, FIRST_GUIDE))
    return -1;

  return g_str_equal (guide->edition_of, LAST_GUIDE) ? 1 : 0;
}

/* How well @language suits the user of the interface: 0 is best. */
static guint
rank_language (const char *language)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    if (vac_codes_is_same_language (language, g_str_equal (names[i], "C") ? "en" : names[i]))
      return i;

  return G_MAXUINT;
}

/**
 * vac_guide_compare_languages:
 * @a: a BCP 47 tag
 * @b: another one
 *
 * Returns: less than 0 when @a suits the user of the interface better, more when @b does; 0 for two
 *   that suit as well
 */
int
vac_guide_compare_languages (const char *a,
                             const char *b)
{
  guint one, other;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  one = rank_language (a);
  other = rank_language (b);

  return one < other ? -1 : one > other;
}

static int
compare_guides (gconstpointer a,
                gconstpointer b)
{
  const VacGuide *left = *(VacGuide *const *) a;
  const VacGuide *right = *(VacGuide *const *) b;
  int order;

  if ((left->file == NULL) != (right->file == NULL))
    return left->file == NULL ? -1 : 1;
  if (left->file == NULL && rank (left) != rank (right))
    return rank (left) < rank (right) ? -1 : 1;

  /* The first guide is one, and the last, too; what its editions are called does not matter. */
  order = left->file == NULL && rank (left) != 0 ? 0 : g_utf8_collate (left->title, right->title);
  if (order == 0)
    order = vac_guide_compare_languages (left->language, right->language);

  return order != 0 ? order : strcmp (left->id, right->id);
}

static void
add_built_in_guides (VacGuideLibrary *self)
{
  GResource *resource = vac_data_get ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, BUILT_IN_FOLDER, 0, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (BUILT_IN_FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, 0, NULL);
      g_autoptr (GError) error = NULL;

      /* These are our own data; a test opens every one of them. */
      if (!add_guide (names[i], NULL, bytes, self, &error))
        g_error ("%s: %s", names[i], error->message);
    }
}

/**
 * vac_guide_library_new:
 * @user_folder: (nullable): the folder of the user's own guides; need not exist
 *
 * Reads all guides. They are small and few, so this takes about a millisecond.
 *
 * Returns: (transfer full): the guides that are built in, then those of @user_folder; of editions
 *   with the same title and of those of the first and the last guide, the one in the language of
 *   the interface comes first
 */
VacGuideLibrary *
vac_guide_library_new (const char *user_folder)
{
  static const char *const suffixes[] = { ".vacancy", ".json", NULL };
  VacGuideLibrary *self = g_new0 (VacGuideLibrary, 1);

  self->guides = g_ptr_array_new_with_free_func (guide_free);
  add_built_in_guides (self);
  self->problems = vac_guide_load_folder (user_folder, suffixes, add_guide, self);
  g_ptr_array_sort (self->guides, compare_guides);

  return self;
}

/**
 * vac_guide_library_free:
 * @self: (transfer full): a library
 */
void
vac_guide_library_free (VacGuideLibrary *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->guides);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * vac_guide_library_get_guides:
 * @self: a library
 *
 * Returns: (transfer none) (element-type VacGuide): all guides, built-in ones first
 */
GPtrArray *
vac_guide_library_get_guides (VacGuideLibrary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->guides;
}

/**
 * vac_guide_library_get_problems:
 * @self: a library
 *
 * Returns: (transfer none) (element-type VacGuideProblem): files in the user's folder that could
 *   not be read as guides
 */
GPtrArray *
vac_guide_library_get_problems (VacGuideLibrary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->problems;
}

/**
 * vac_guide_library_find:
 * @self: a library
 * @id: a guide's id
 *
 * Returns: (transfer none) (nullable): the guide; the user's own where it has the id of one that
 *   is built in
 */
const VacGuide *
vac_guide_library_find (VacGuideLibrary *self,
                        const char      *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = self->guides->len; i > 0; i--)
    {
      const VacGuide *guide = g_ptr_array_index (self->guides, i - 1);

      if (g_str_equal (guide->id, id))
        return guide;
    }

  return NULL;
}

/**
 * vac_guide_library_find_edition:
 * @self: a library
 * @edition_of: what a guide calls itself, as a posting made from it says
 * @language: a BCP 47 tag
 *
 * Returns: (transfer none) (nullable): the edition of the guide in that language: of the same
 *   region where there is one, the user's own before one that is built in; %NULL if there is none
 */
const VacGuide *
vac_guide_library_find_edition (VacGuideLibrary *self,
                                const char      *edition_of,
                                const char      *language)
{
  const VacGuide *found = NULL;

  g_return_val_if_fail (self != NULL && edition_of != NULL && language != NULL, NULL);

  for (guint i = self->guides->len; i > 0; i--)
    {
      const VacGuide *guide = g_ptr_array_index (self->guides, i - 1);

      if (!g_str_equal (guide->edition_of, edition_of))
        continue;
      if (g_ascii_strcasecmp (guide->language, language) == 0)
        return guide;
      if (found == NULL && vac_codes_is_same_language (guide->language, language))
        found = guide;
    }

  return found;
}

/**
 * vac_guide_open:
 * @guide: a guide
 * @error: return location for a #VacError
 *
 * A guide is a posting that nobody has changed yet.
 *
 * Returns: (transfer full) (nullable): a new posting with the guide's content
 */
VacDocument *
vac_guide_open (const VacGuide *guide,
                GError        **error)
{
  g_return_val_if_fail (guide != NULL, NULL);

  return vac_read_document (guide->bytes, error);
}

/**
 * vac_guide_get_user_folder:
 *
 * Returns: (transfer full): where the user's own guides are kept; need not exist
 */
char *
vac_guide_get_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "vacancy", "guides", NULL);
}

/**
 * vac_guide_make:
 * @document: a posting
 * @id: the id of the new guide
 * @title: its title
 *
 * Returns: (transfer full): a copy of @document that says it is the guide @id; no part of it is
 *   marked as reviewed
 */
VacDocument *
vac_guide_make (VacDocument *document,
                const char  *id,
                const char  *title)
{
  g_autoptr (VacNode) root = NULL;
  VacDocument *guide;
  VacNode *reviewed;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  root = vac_node_copy (vac_document_get_root (document));
  guide = vac_document_new_for_root (root);
  vac_document_set_text (guide, vac_document_get (guide, VAC_ROLE_GUIDE_ID), id);
  vac_document_set_text (guide, vac_document_get (guide, VAC_ROLE_GUIDE_TITLE), title);
  vac_document_set_text (guide, vac_document_get (guide, VAC_ROLE_GUIDE_EDITION), "");
  /* How far a posting has come says nothing of the next one. */
  vac_status_set (guide, "");
  vac_document_set_text (guide, vac_document_get (guide, VAC_ROLE_DUPLICATE_OF), "");
  vac_document_set_text (guide, vac_document_get (guide, VAC_ROLE_GUIDE_SUMMARY), "");
  /* Nobody has reviewed the postings that are made from it. */
  reviewed = vac_document_get (guide, VAC_ROLE_REVIEWED);
  while (vac_node_get_n_children (reviewed) > 0)
    vac_document_remove (guide, vac_node_get_child (reviewed, 0));

  return guide;
}

/**
 * vac_guide_propose_file:
 * @user_folder: the folder of the user's guides
 * @title: the title of a new guide
 * @id: (out) (optional) (transfer full): the id that goes with the file
 *
 * Returns: (transfer full): a file in @user_folder for it, one that does not exist yet
 */
GFile *
vac_guide_propose_file (const char *user_folder,
                        const char *title,
                        char      **id)
{
  g_autofree char *lower = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (user_folder != NULL && title != NULL, NULL);

  lower = g_utf8_strdown (title, -1);
  base = vac_file_name_propose (lower, "");
  g_strdelimit (base, " ", '-');

  for (guint i = 1;; i++)
    {
      g_autofree char *path = NULL;

      g_free (name);
      name = i == 1 ? g_strdup (base) : g_strdup_printf ("%s-%u", base, i);
      path = g_strdup_printf ("%s%c%s.vacancy", user_folder, G_DIR_SEPARATOR, name);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      if (id != NULL)
        *id = g_steal_pointer (&name);
      return g_file_new_for_path (path);
    }
}
