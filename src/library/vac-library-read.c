/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-read"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-date.h"
#include "vac-error.h"
#include "vac-json.h"
#include "vac-library-findings.h"
#include "vac-library-read.h"
#include "vac-library-words.h"
#include "vac-library.h"
#include "vac-reader.h"
#include "vac-safe-file.h"
#include "vac-shared.h"
#include "vac-status.h"
#include "vac-wording.h"

/* What the index keeps of one file. */

#define OWN_SUFFIX   ".vacancy"
#define PLAIN_SUFFIX ".json"

/* Where a damaged file with the name of any JSON says that it is a posting: at its beginning. */
#define HEAD_BYTES 512

static gboolean
has_suffix (const char *name,
            const char *suffix)
{
  const gsize length = strlen (name), n = strlen (suffix);

  return length > n && g_ascii_strcasecmp (name + length - n, suffix) == 0;
}

/**
 * vac_library_is_name:
 * @name: the name of a file, without its folder
 *
 * Returns: whether it may be that of a posting; hidden files are none
 */
gboolean
vac_library_is_name (const char *name)
{
  return *name != '.' && (has_suffix (name, OWN_SUFFIX) || has_suffix (name, PLAIN_SUFFIX));
}

/* Facts */

static guint
count_findings (VacDocument *document)
{
  g_autoptr (GPtrArray) findings = vac_library_list_findings (document);

  return findings->len;
}

static char *
dup_place (VacDocument *document)
{
  char *places = vac_wording_locations (document);
  VacNode *workplace = vac_document_get (document, VAC_ROLE_WORKPLACE);

  if (places != NULL || vac_node_is_empty (workplace))
    return places;

  return g_strdup (vac_wording_choice (vac_document_get_text (document, VAC_ROLE_LANGUAGE),
                                       workplace));
}

/* Only days can be compared. */
static char *
dup_day (VacDocument *document,
         VacRole      role)
{
  const char *text = vac_document_get_text (document, role);
  GDate day;

  return g_strdup (vac_date_from_iso (text, &day) ? text : "");
}

static char *
list_copies (VacDocument *document)
{
  g_autoptr (GPtrArray) copies = vac_shared_list (document, NULL);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < copies->len; i++)
    {
      VacReference reference;

      if (vac_shared_get_reference (g_ptr_array_index (copies, i), &reference))
        g_string_append_printf (lines, "%s %" G_GINT64_FORMAT " %d\n", reference.id,
                                reference.version, reference.edited);
    }

  return g_string_free (lines, FALSE);
}

static void
take_facts (VacLibraryFacts *facts,
            VacDocument     *document)
{
  facts->title = g_strdup (vac_document_get_text (document, VAC_ROLE_JOB_TITLE));
  facts->employer = g_strdup (vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME));
  facts->place = dup_place (document);
  facts->status = g_strdup (vac_status_get (document));
  facts->since = dup_day (document, VAC_ROLE_STATUS_SINCE);
  facts->closes = dup_day (document, VAC_ROLE_CLOSES);
  facts->n_findings = count_findings (document);
  facts->copies = list_copies (document);
  /* Whose list it is may know what candidates do not; nobody else has this document. */
  vac_document_set_toggle (document, vac_document_get (document, VAC_ROLE_PAY_DISCLOSE), TRUE);
  facts->pay = vac_wording_pay_line (document);
}

/* Words */

/* What names something for programs is not what anybody looks for. */
static gboolean
is_for_people (VacNode *leaf)
{
  const VacKind kind = vac_node_get_kind (leaf);
  VacNode *parent = vac_node_get_parent (leaf);
  const VacField *record = parent != NULL ? vac_node_get_field (parent) : NULL;

  if (kind != VAC_KIND_TEXT && kind != VAC_KIND_PROSE)
    return FALSE;
  if (vac_node_get_ancestor (leaf, VAC_ROLE_REVIEW) != NULL ||
      vac_node_get_ancestor (leaf, VAC_ROLE_GUIDE) != NULL ||
      vac_node_get_ancestor (leaf, VAC_ROLE_REFERENCE) != NULL)
    return FALSE;
  if (record != NULL && record->role != VAC_ROLE_DOCUMENT && record->kind == VAC_KIND_RECORD &&
      vac_field_get_id_role (record) == vac_node_get_role (leaf))
    return FALSE;

  return vac_node_get_role (leaf) != VAC_ROLE_FORMAT &&
         vac_node_get_role (leaf) != VAC_ROLE_LANGUAGE &&
         vac_node_get_role (leaf) != VAC_ROLE_DUPLICATE_OF &&
         vac_node_get_role (leaf) != VAC_ROLE_ITEM_ID &&
         vac_node_get_role (leaf) != VAC_ROLE_ITEM_ORIGIN &&
         vac_node_get_role (leaf) != VAC_ROLE_ASSESSED &&
         vac_node_get_role (leaf) != VAC_ROLE_INTERVIEWER_ASKED &&
         vac_node_get_role (leaf) != VAC_ROLE_VARIATION_CONFLICT;
}

static void
add_text (GString    *words,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (words, text);
  g_string_append_c (words, '\n');
}

static void
collect_words (VacDocument *document,
               VacNode     *node,
               GString     *words)
{
  if (vac_node_get_field (node) != NULL && vac_field_is_leaf (vac_node_get_field (node)))
    {
      const char *text = vac_node_get_shown_text (node);
      g_autofree char *filled = is_for_people (node) && *text != '\0'
                                    ? vac_wording_fill (document, text, NULL) : NULL;

      add_text (words, filled);
      return;
    }
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    collect_words (document, vac_node_get_child (node, i), words);
}

static char *
fold_words (const char            *path,
            VacDocument           *document,
            const VacLibraryFacts *facts)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *name = g_filename_display_basename (path);

  add_text (words, name);
  add_text (words, facts->place);
  add_text (words, facts->pay);
  if (document != NULL)
    collect_words (document, vac_document_get_root (document), words);

  return vac_library_words_fold (words->str);
}

/* Reading */

/**
 * vac_library_posting_fail:
 * @path: the path of a file
 * @sentence: why it was not read
 *
 * Returns: (transfer full): what the index keeps of it all the same
 */
VacLibraryPosting *
vac_library_posting_fail (const char *path,
                          const char *sentence)
{
  VacLibraryPosting *self = g_new0 (VacLibraryPosting, 1);

  self->facts.error = g_strdup (sentence);
  self->words = fold_words (path, NULL, &self->facts);

  return self;
}

static gboolean
claims_to_be_posting (const char *path,
                      GBytes     *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return has_suffix (path, OWN_SUFFIX) ||
         g_strstr_len (data, (gssize) MIN (size, HEAD_BYTES), VAC_FORMAT_ID) != NULL;
}

static VacLibraryPosting *
take_document (const char  *path,
               VacDocument *document)
{
  VacLibraryPosting *self = g_new0 (VacLibraryPosting, 1);

  take_facts (&self->facts, document);
  self->words = fold_words (path, document, &self->facts);

  return self;
}

static VacLibraryPosting *
take_bytes (const char *path,
            GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VacDocument) document = vac_read_document (bytes, &error);
  g_autofree char *sentence = NULL;
  VacLibraryPosting *self;

  if (document != NULL)
    {
      /* A newer version's may be read only; here it is a copy that nobody keeps. */
      vac_document_set_read_only (document, FALSE);
      return take_document (path, document);
    }
  sentence = vac_error_describe (error, NULL);
  self = vac_library_posting_fail (path, sentence);
  self->foreign = !claims_to_be_posting (path, bytes);

  return self;
}

/**
 * vac_library_posting_read:
 * @path: the path of a file
 * @size: how large it is, in bytes
 * @cancellable: (nullable): a cancellable
 *
 * Blocks while it reads, but never on a pipe or a device. A file that cannot be read, or is too
 * large, says so in its facts.
 *
 * Returns: (transfer full) (nullable): what the index keeps of it; %NULL when cancelled
 */
VacLibraryPosting *
vac_library_posting_read (const char   *path,
                          guint64       size,
                          GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (size > VAC_JSON_MAX_BYTES)
    {
      g_autofree char *most = g_format_size_full (VAC_JSON_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *sentence = g_strdup_printf (_("The file is larger than %s and was skipped."),
                                                   most);
      VacLibraryPosting *self = vac_library_posting_fail (path, sentence);

      /* What is not read cannot say that it is a posting. */
      self->foreign = !has_suffix (path, OWN_SUFFIX);

      return self;
    }
  bytes = vac_safe_file_load (file, VAC_JSON_MAX_BYTES, NULL, cancellable, &error);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;

  return bytes != NULL ? take_bytes (path, bytes) : vac_library_posting_fail (path, error->message);
}

/**
 * vac_library_posting_free:
 * @self: a posting
 *
 * Frees it.
 */
void
vac_library_posting_free (VacLibraryPosting *self)
{
  vac_library_facts_clear (&self->facts);
  g_free (self->words);
  g_free (self);
}
