/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-texts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-audience.h"
#include "vac-cli-file.h"
#include "vac-cli-json.h"
#include "vac-cli.h"
#include "vac-library.h"
#include "vac-quote.h"
#include "vac-shared-library.h"
#include "vac-shared.h"

/* Texts that postings share, and the copies of them in postings. */

/* What the command line asks for. */
typedef struct
{
  const VacVerb *verb;
  char          *format;
  char          *version;
  char          *into;
  char          *only;
  char          *output;
  gboolean       edited;
  gboolean       force;
} Wish;

static void
wish_clear (Wish *self)
{
  g_free (self->format);
  g_free (self->version);
  g_free (self->into);
  g_free (self->only);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

/* Returns: (transfer full): all texts; what is damaged in the user's folder has been reported */
static VacSharedLibrary *
open_library (void)
{
  g_autofree char *folder = vac_shared_get_user_folder ();
  VacSharedLibrary *library = vac_shared_library_new (folder);
  GPtrArray *problems = vac_shared_library_get_problems (library);

  for (guint i = 0; i < problems->len; i++)
    {
      const VacGuideProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *name = g_file_get_parse_name (problem->file);

      vac_cli_tell_error (name, problem->error);
    }

  return library;
}

/* Returns: (nullable): the text; that there is none has been reported */
static const VacSharedText *
find_text (const Wish       *wish,
           VacSharedLibrary *library,
           const char       *id)
{
  const VacSharedText *text = g_utf8_validate (id, -1, NULL)
                                  ? vac_shared_library_find (library, id) : NULL;
  g_autofree char *quoted = text == NULL ? vac_quote_shorten (id) : NULL;

  if (text == NULL)
    vac_cli_misuse (wish->verb,
                    _("There is no shared text “%s”; “vacancy-cli texts” lists them."), quoted);

  return text;
}

/* Listing */

static void
append_line (GString             *out,
             const VacSharedText *text)
{
  g_autofree char *title = vac_quote_visible (text->title, "");

  vac_cli_append_column (out, text->id);
  vac_cli_append_column (out, text->kind);
  vac_cli_append_column (out, text->language);
  vac_cli_append_column (out, text->country);
  g_string_append_printf (out, "%" G_GINT64_FORMAT "\t%s\n", text->version, title);
}

static void
append_object (GString             *out,
               const VacSharedText *text)
{
  g_autofree char *file = text->file != NULL ? g_file_get_parse_name (text->file) : NULL;

  g_string_append (out, out->len > 0 ? ",\n  {" : "  {");
  vac_cli_json_append_text (out, "id", text->id);
  vac_cli_json_append_text (out, "title", text->title);
  vac_cli_json_append_text (out, "kind", text->kind);
  vac_cli_json_append_text (out, "language", text->language);
  vac_cli_json_append_text (out, "country", *text->country != '\0' ? text->country : NULL);
  vac_cli_json_append_number (out, "version", (guint64) text->version);
  vac_cli_json_append_text (out, "changed", *text->changed != '\0' ? text->changed : NULL);
  vac_cli_json_append_name (out, "locked");
  g_string_append (out, text->locked ? "true" : "false");
  vac_cli_json_append_text (out, "note", *text->note != '\0' ? text->note : NULL);
  vac_cli_json_append_text (out, "file", file);
  g_string_append (out, "\n  }");
}

static int
run_list (const Wish  *wish,
          char       **words)
{
  const gboolean json = g_strcmp0 (wish->format, "json") == 0;
  g_autoptr (VacSharedLibrary) library = open_library ();
  GPtrArray *texts = vac_shared_library_get_texts (library);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *array = NULL;

  for (guint i = 0; i < texts->len; i++)
    if (json)
      append_object (out, g_ptr_array_index (texts, i));
    else
      append_line (out, g_ptr_array_index (texts, i));
  array = g_strdup_printf ("[\n%s\n]\n", out->str);
  if (!vac_cli_print (json ? array : out->str, strlen (json ? array : out->str)))
    return VAC_CLI_MISUSED;

  return vac_shared_library_get_problems (library)->len > 0 ? VAC_CLI_PARTLY : VAC_CLI_FINE;
}

/* Showing */

static int
run_show (const Wish  *wish,
          char       **words)
{
  g_autoptr (VacSharedLibrary) library = open_library ();
  const VacSharedText *text = find_text (wish, library, words[0]);
  g_autoptr (VacSharedText) older = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *prose = NULL;
  g_autofree char *visible = NULL;
  guint64 version;

  if (text == NULL)
    return VAC_CLI_MISUSED;
  if (wish->version != NULL)
    {
      if (!g_ascii_string_to_unsigned (wish->version, 10, 1, G_MAXINT32, &version, NULL))
        return vac_cli_misuse (wish->verb, _("“%s” is not the number of a version."),
                               wish->version);
      older = vac_shared_library_read_version (library, text->id, (gint64) version, &error);
      if (older == NULL)
        {
          vac_cli_tell_error (NULL, error);
          return VAC_CLI_MISUSED;
        }
      text = older;
    }
  if (g_strcmp0 (wish->format, "json") == 0)
    return vac_cli_print (g_bytes_get_data (text->bytes, NULL), g_bytes_get_size (text->bytes))
               ? VAC_CLI_FINE : VAC_CLI_MISUSED;

  prose = vac_shared_text_dup_prose (text);
  visible = vac_quote_visible (prose, "\n\t");
  g_print ("%s\n", visible);

  return VAC_CLI_FINE;
}

/* Inserting */

static int
write_result (const Wish *wish,
              VacCliFile *file)
{
  g_autoptr (GBytes) bytes = NULL;

  if (wish->output == NULL)
    return vac_cli_file_save (file) ? VAC_CLI_FINE : VAC_CLI_MISUSED;

  bytes = vac_cli_file_make_bytes (file);

  return bytes != NULL && vac_cli_write (wish->output, bytes, wish->force) ? VAC_CLI_FINE
                                                                          : VAC_CLI_MISUSED;
}

/* After the last section that candidates read. */
static guint
find_position (VacDocument *document)
{
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);
  guint position = 0;

  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    if (vac_audience_of_section (vac_node_get_child (sections, i)) == VAC_AUDIENCE_CANDIDATE)
      position = i + 1;

  return position;
}

static gboolean
put (const Wish  *wish,
     VacCliFile  *file,
     VacDocument *document)
{
  VacNode *section;

  if (wish->into == NULL)
    return vac_shared_insert (file->document, document, find_position (file->document)) != NULL;

  section = vac_document_find_section (file->document, wish->into);
  if (section == NULL)
    {
      g_autofree char *quoted = vac_quote_shorten (wish->into);

      vac_cli_tell (_("%s: There is no section “%s”."), file->name, quoted);
      return FALSE;
    }

  return vac_shared_put (file->document, section, document);
}

/* What is there already is replaced only where somebody names it. */
static int
run_insert (const Wish  *wish,
            char       **words)
{
  g_autoptr (VacSharedLibrary) library = open_library ();
  const VacSharedText *text = find_text (wish, library, words[0]);
  g_autoptr (VacDocument) document = NULL;
  g_autoptr (VacCliFile) file = NULL;
  g_autoptr (GError) error = NULL;
  VacNode *place;

  if (text == NULL)
    return VAC_CLI_MISUSED;
  document = vac_shared_text_open (text, &error);
  if (document == NULL)
    {
      vac_cli_tell_error (text->id, error);
      return VAC_CLI_MISUSED;
    }
  file = vac_cli_file_open (words[1]);
  if (file == NULL)
    return VAC_CLI_MISUSED;

  place = wish->into == NULL ? vac_shared_find_place (file->document, document) : NULL;
  if (place != NULL)
    {
      vac_cli_tell (_("%s: The section “%s” is for this already; --into=%s replaces what it says."),
                    file->name, vac_node_get_member_text (place, VAC_ROLE_SECTION_TITLE),
                    vac_node_get_member_text (place, VAC_ROLE_SECTION_ID));
      return VAC_CLI_MISUSED;
    }
  if (vac_document_get_read_only (file->document))
    vac_cli_tell ("%s: %s", file->name,
                  _("The posting was written by a newer version of Vacancy and can only be read."));
  if (vac_document_get_read_only (file->document) || !put (wish, file, document))
    return VAC_CLI_MISUSED;

  return write_result (wish, file);
}

/* Updating */

static void
tell_left (VacCliFile          *file,
           const VacSharedText *text,
           guint                n)
{
  vac_cli_tell (ngettext ("%s: %u copy of “%s” was edited and is left as it is; --edited replaces "
                          "it.",
                          "%s: %u copies of “%s” were edited and are left as they are; --edited "
                          "replaces them.", n),
                file->name, n, text->id);
}

/* Returns: whether all copies are of the newest versions now */
static gboolean
update_copies (const Wish       *wish,
               VacSharedLibrary *library,
               VacCliFile       *file,
               guint            *n_updated)
{
  g_autoptr (GPtrArray) copies = vac_shared_list (file->document, wish->only);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean complete = TRUE;

  *n_updated = 0;
  for (guint i = 0; i < copies->len; i++)
    {
      VacReference reference;
      const VacSharedText *text;
      g_autoptr (VacDocument) document = NULL;
      guint n, n_left = 0;

      if (!vac_shared_get_reference (g_ptr_array_index (copies, i), &reference) ||
          !g_hash_table_add (done, g_strdup (reference.id)))
        continue;
      text = vac_shared_library_find (library, reference.id);
      document = text != NULL ? vac_shared_text_open (text, NULL) : NULL;
      if (document == NULL)
        {
          vac_cli_tell (_("%s: The shared text “%s” is not here."), file->name, reference.id);
          complete = FALSE;
          continue;
        }
      n = vac_shared_update (file->document, document, wish->edited, &n_left);
      *n_updated += n;
      if (n > 0)
        vac_cli_tell (_("%s: “%s” is now version %s."), file->name, text->id,
                      vac_document_get_text (document, VAC_ROLE_SHARED_VERSION));
      if (n_left > 0)
        tell_left (file, text, n_left);
      complete = complete && n_left == 0;
    }

  return complete;
}

static int
run_update (const Wish  *wish,
            char       **words)
{
  g_autoptr (VacSharedLibrary) library = open_library ();
  const guint n_files = g_strv_length (words);
  guint n_unread = 0;
  gboolean partly = FALSE;

  if (wish->only != NULL && find_text (wish, library, wish->only) == NULL)
    return VAC_CLI_MISUSED;
  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (VacCliFile) file = vac_cli_file_open (words[i]);
      guint n_updated;

      if (file == NULL)
        {
          n_unread++;
          continue;
        }
      partly = !update_copies (wish, library, file, &n_updated) || partly;
      if ((n_updated > 0 || file->file == NULL || wish->output != NULL) &&
          write_result (wish, file) != VAC_CLI_FINE)
        n_unread++;
    }

  return vac_cli_sum_up (n_files, n_unread, partly);
}

/* Uses */

static void
append_use (GString         *out,
            VacLibraryEntry *entry,
            const char      *id,
            gboolean         json)
{
  const VacLibraryFacts *facts = vac_library_entry_get_facts (entry);
  g_autofree char *file = g_filename_display_name (vac_library_entry_get_path (entry));
  g_autofree char *shown = vac_quote_visible (file, "");
  gint64 version;
  gboolean edited;

  if (!vac_library_facts_find_copy (facts, id, &version, &edited))
    return;
  if (!json)
    {
      g_string_append_printf (out, "%" G_GINT64_FORMAT "\t%s\t", version,
                              edited ? "edited" : "");
      vac_cli_append_column (out, facts->title);
      g_string_append_printf (out, "%s\n", shown);
      return;
    }
  g_string_append (out, out->len > 0 ? ",\n  {" : "  {");
  vac_cli_json_append_text (out, "file", file);
  vac_cli_json_append_text (out, "title", facts->title);
  vac_cli_json_append_number (out, "version", (guint64) version);
  vac_cli_json_append_name (out, "edited");
  g_string_append (out, edited ? "true" : "false");
  g_string_append (out, "\n  }");
}

static int
run_uses (const Wish  *wish,
          char       **words)
{
  static const char *const here[] = { ".", NULL };
  const gboolean json = g_strcmp0 (wish->format, "json") == 0;
  const char *const *folders = words[1] != NULL ? (const char *const *) words + 1 : here;
  const VacLibraryQuery query = { .folders = folders, .copy_of = words[0],
                                  .sort = VAC_LIBRARY_SORT_TITLE };
  g_autofree char *path = vac_library_dup_path ();
  g_autoptr (VacLibrary) library = vac_library_new (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (VacLibraryReport) report = vac_library_scan (library, folders, NULL, &error);
  g_autoptr (GListModel) entries = report != NULL
                                       ? vac_library_find (library, &query, NULL, &error) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *array = NULL;

  if (entries == NULL)
    {
      vac_cli_tell_error (NULL, error);
      return VAC_CLI_MISUSED;
    }
  for (guint i = 0; i < report->problems->len; i++)
    {
      const VacLibraryProblem *problem = g_ptr_array_index (report->problems, i);
      g_autofree char *name = g_filename_display_name (problem->path);

      vac_cli_tell ("%s: %s", name, problem->sentence);
    }
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (VacLibraryEntry) entry = g_list_model_get_item (entries, i);

      append_use (out, entry, words[0], json);
    }
  array = out->len > 0 ? g_strdup_printf ("[\n%s\n]\n", out->str) : g_strdup ("[]\n");
  if (!vac_cli_print (json ? array : out->str, strlen (json ? array : out->str)))
    return VAC_CLI_MISUSED;

  return report->problems->len > 0 ? VAC_CLI_PARTLY : VAC_CLI_FINE;
}

/* The verb */

typedef struct
{
  const char *word;
  guint       fewest;     /* of the words after it */
  guint       most;
  const char *usage;
  int       (*run) (const Wish  *wish,
                    char       **words);
} Task;

static const Task tasks[] = {
  { "show", 1, 1, "texts show ID", run_show },
  { "insert", 2, 2, "texts insert ID FILE", run_insert },
  { "update", 1, G_MAXUINT, "texts update FILE…", run_update },
  { "uses", 1, G_MAXUINT, "texts uses ID", run_uses },
};

static char *
list_tasks (const VacFormats *formats)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", tasks[i].word);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static int
run_task (const Task *task,
          const Wish *wish,
          char      **words)
{
  const guint n = g_strv_length (words);

  if (n < task->fewest)
    return vac_cli_misuse (wish->verb, _("Something is missing: %s."), task->usage);
  if (n > task->most)
    {
      g_autofree char *quoted = vac_quote_shorten (words[task->most]);

      return vac_cli_misuse (wish->verb, _("“%s” is one too many."), quoted);
    }
  if (wish->output != NULL && task->run == run_update && n > 1)
    return vac_cli_misuse (wish->verb, "%s", _("--output takes the result of one file."));

  return task->run (wish, words);
}

static int
run_texts (const VacVerb    *verb,
           const VacFormats *formats,
           char            **arguments)
{
  g_auto (Wish) wish = { .verb = verb };
  const GOptionEntry entries[] = {
    { "to", 't', 0, G_OPTION_ARG_STRING, &wish.format, N_("text or json"), N_("FORMAT") },
    { "version", 'v', 0, G_OPTION_ARG_STRING, &wish.version,
      N_("With show: what an older version said"), N_("N") },
    { "into", 'i', 0, G_OPTION_ARG_STRING, &wish.into,
      N_("With insert: replace what this section says"), N_("SECTION") },
    { "only", 0, 0, G_OPTION_ARG_STRING, &wish.only, N_("With update: only copies of this text"),
      N_("ID") },
    { "edited", 'e', 0, G_OPTION_ARG_NONE, &wish.edited,
      N_("With update: also replace copies that were edited in the posting"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wish.output,
      N_("Write there and leave FILE as it is"), N_("FILE") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &wish.force, N_("Replace an existing file"), NULL },
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 0, G_MAXUINT);
  g_autofree char *quoted = NULL;
  g_autofree char *known = NULL;

  if (words == NULL ||
      !vac_cli_check_format (verb, wish.format))
    return VAC_CLI_MISUSED;
  if (words[0] == NULL)
    return run_list (&wish, words);
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    if (g_str_equal (tasks[i].word, words[0]))
      return run_task (&tasks[i], &wish, words + 1);

  quoted = vac_quote_shorten (words[0]);
  known = list_tasks (formats);

  return vac_cli_misuse (verb, _("“%s” is none of: %s."), quoted, known);
}

const VacVerb vac_cli_texts = {
  .name = "texts",
  .usage = N_("[show ID | insert ID FILE | update FILE… | uses ID [DIR…]]"),
  .summary = N_("List texts that postings share, insert one, or update copies."),
  .details = N_("Without more, lists the shared texts that are built in and your own: id, tab, "
                "kind, tab, language, tab, country, tab, version, tab, title. The ones that are "
                "built in are drafts: have them checked.\n\n"
                "insert adds a copy of a shared text to a posting, after the last section for "
                "candidates. If the posting has a section for it already, nothing is done unless "
                "--into names it.\n\n"
                "update makes older copies those of the newest version. A copy that was edited in "
                "its posting is left as it is, unless you pass --edited.\n\n"
                "uses lists the postings in each DIR, or in the working directory, that have a "
                "copy: version, tab, “edited” if it was, tab, title, tab, file."),
  .examples = "  vacancy-cli texts\n"
              "  vacancy-cli texts show equal-opportunity-us\n"
              "  vacancy-cli texts insert equal-opportunity-us nurse.vacancy\n"
              "  vacancy-cli texts insert benefits-us nurse.vacancy --into what-we-offer\n"
              "  vacancy-cli texts update --only benefits-us *.vacancy\n"
              "  vacancy-cli texts uses benefits-us ~/Postings\n",
  .formats = (const char *const[]) { "text", "json", NULL },
  .values = (const VacCliValues[]) {
    { "only", VAC_CLI_LISTED, "texts" },
    { NULL, VAC_CLI_ONE_OF, .list = list_tasks },
    { NULL, VAC_CLI_LISTED_OR_FILE, "texts" },
    { NULL }
  },
  .run = run_texts,
};
