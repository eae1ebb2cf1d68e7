/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-import"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-batch.h"
#include "vac-cli-file.h"
#include "vac-cli.h"
#include "vac-import.h"
#include "vac-quote.h"
#include "vac-reader.h"
#include "vac-recognition.h"
#include "vac-writer.h"

/* What a posting is in whose words do not tell, where the system does not either. */
#define LANGUAGE_OF_NONE "en-US"

/* One file that is read, by any thread. */
typedef struct
{
  char       *name;
  GError     *error;
  VacDocument *document;      /* NULL unless it is a posting of this program already */
  GPtrArray  *drafts;         /* of VacDraft; NULL when it could not be read */
  GPtrArray  *recognitions;   /* of VacRecognition, one for each draft */
} Source;

typedef struct
{
  char      **files;
  const char *output;
  const char *language;       /* of what does not tell */
  gboolean    has_kind;
  VacImportKind kind;
  gboolean    force;
  gboolean    into_folder;
  GHashTable *used;           /* file names of this run */
  int         jobs;
  guint       n_unread;
} Run;

static void
source_free (Source *source)
{
  g_free (source->name);
  g_clear_error (&source->error);
  g_clear_object (&source->document);
  g_clear_pointer (&source->recognitions, g_ptr_array_unref);
  g_clear_pointer (&source->drafts, g_ptr_array_unref);
  g_free (source);
}

static void
read_source (Source     *source,
             const Run  *run,
             const char *argument)
{
  g_autoptr (VacBaseline) baseline = NULL;
  g_autoptr (GBytes) bytes = vac_cli_read (argument, VAC_IMPORT_MAX_SOURCE, &source->name,
                                           &baseline, &source->error);
  VacImportKind kind = run->kind;

  if (bytes != NULL && !run->has_kind)
    source->document = vac_read_document (bytes, NULL);
  if (bytes == NULL || source->document != NULL ||
      (!run->has_kind && !vac_import_tell_kind (bytes, source->name, &kind, &source->error)))
    return;
  source->drafts = vac_import_read (kind, bytes, &source->error);
  for (guint i = 0; source->drafts != NULL && i < source->drafts->len; i++)
    g_ptr_array_add (source->recognitions,
                     vac_recognition_new (g_ptr_array_index (source->drafts, i), run->language));
}

static gpointer
read_cb (guint    index,
         gpointer user_data)
{
  const Run *run = user_data;
  Source *source = g_new0 (Source, 1);

  source->recognitions = g_ptr_array_new_with_free_func ((GDestroyNotify) vac_recognition_free);
  read_source (source, run, run->files[index]);

  return source;
}

static void
tell_at (const char *name,
         const char *origin,
         const char *sentence)
{
  if (origin == NULL)
    vac_cli_tell ("%s: %s", name, sentence);
  else
    vac_cli_tell ("%s:%s: %s", name, origin, sentence);
}

/* What is not in the posting, and what a person must decide. */
static void
report (const char     *name,
        VacRecognition *recognition)
{
  VacDraft *draft = vac_recognition_get_draft (recognition);
  const char *const *remarks = vac_draft_get_remarks (draft);

  for (guint i = 0; remarks[i] != NULL; i++)
    vac_cli_tell ("%s: %s", name, remarks[i]);
  for (guint i = 0; i < vac_recognition_get_n_facts (recognition); i++)
    {
      const VacFoundFact *fact = vac_recognition_get_fact (recognition, i);
      g_autofree char *words = vac_quote_shorten (fact->words);
      g_autofree char *sentence = g_strdup_printf (
          _("“%s” is unclear, and was not taken as a fact."), words);

      if (!fact->taken)
        tell_at (name, vac_draft_get_part (draft, fact->part)->origin, sentence);
    }
  for (guint i = 0; i < vac_recognition_get_n_sections (recognition); i++)
    {
      const VacFoundSection *section = vac_recognition_get_section (recognition, i);

      for (guint j = section->start; !section->used && j < section->end; j++)
        {
          const VacDraftPart *part = vac_draft_get_part (draft, j);
          g_autofree char *text = vac_quote_shorten (part->text);
          g_autofree char *sentence = g_strdup_printf (_("Not used: “%s”"), text);

          tell_at (name, part->origin, sentence);
        }
    }
}

static gboolean
write_posting (Run         *run,
               const char  *name,
               VacDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vac_write_readable (document, &error);
  g_autofree char *file = NULL;
  g_autofree char *target = NULL;

  if (bytes == NULL)
    {
      vac_cli_tell_error (name, error);
      return FALSE;
    }
  file = vac_cli_name_file (run->used, vac_document_get_text (document, VAC_ROLE_JOB_TITLE),
                            "vacancy");
  target = vac_cli_join (run->output, file);

  return vac_cli_write (target, bytes, run->force);
}

/* Returns: whether all of its postings were written */
static gboolean
write_source (Run    *run,
              Source *source)
{
  gboolean done = TRUE;

  if (source->document != NULL)
    return write_posting (run, source->name, source->document);
  if (source->drafts == NULL)
    {
      vac_cli_tell_error (source->name, source->error);
      return FALSE;
    }
  if (source->drafts->len > 1 && !run->into_folder)
    {
      vac_cli_tell ("%s: %s", source->name,
                    _("There are several postings in it. Choose a folder with --output=DIR."));
      return FALSE;
    }
  for (guint i = 0; i < source->recognitions->len; i++)
    {
      VacRecognition *recognition = g_ptr_array_index (source->recognitions, i);
      g_autoptr (VacDocument) document = vac_recognition_make_document (recognition);

      report (source->name, recognition);
      done = write_posting (run, source->name, document) && done;
    }

  return done;
}

static void
write_cb (guint    index,
          gpointer result,
          gpointer user_data)
{
  Run *run = user_data;

  run->n_unread += !write_source (run, result);
  source_free (result);
}

static char *
list_kinds (const VacFormats *formats)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < VAC_N_IMPORTS; i++)
    if (vac_import_is_possible (i))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              vac_import_kind_get_id (i));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* The language of the system's messages: "de_DE.UTF-8" → "de-DE". */
static char *
get_system_language (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *tag = g_strndup (name, strcspn (name, ".@"));

  if (g_str_equal (tag, "C") || g_str_equal (tag, "POSIX"))
    return g_strdup (LANGUAGE_OF_NONE);

  return g_strdelimit (g_steal_pointer (&tag), "_", '-');
}

static int
run_import (const VacVerb    *verb,
            const VacFormats *formats,
            char            **arguments)
{
  g_autofree char *kinds = list_kinds (formats);
  g_autofree char *as_description = g_strdup_printf (_("What the files are: %s"), kinds);
  g_autofree char *kind = NULL;
  g_autofree char *language = NULL;
  g_autofree char *output = NULL;
  g_autofree char *system = get_system_language ();
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Run run = { .used = used };
  const GOptionEntry entries[] = {
    { "as", 'a', 0, G_OPTION_ARG_STRING, &kind, as_description, N_("KIND") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language,
      N_("The language of postings that do not tell"), N_("TAG") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Where to write; standard output if not given"), N_("FILE|DIR") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &run.force, N_("Replace existing files"), NULL },
    VAC_CLI_JOBS_ENTRY (&run.jobs),
    { NULL }
  };
  g_auto (GStrv) words = vac_cli_parse (verb, entries, arguments, 1, G_MAXUINT);
  gboolean several;

  if (words == NULL || !vac_cli_check_batch (verb, words, run.jobs))
    return VAC_CLI_MISUSED;
  if (kind != NULL && (!vac_import_kind_find (kind, &run.kind) ||
                       !vac_import_is_possible (run.kind)))
    return vac_cli_misuse (verb, _("There is no kind “%s”, only: %s."), kind, kinds);
  run.has_kind = kind != NULL;
  run.language = language != NULL ? language : system;
  run.output = output;
  several = words[1] != NULL;
  if (several && vac_cli_is_standard (output))
    return vac_cli_misuse (verb, "%s", _("Several files need --output=DIR."));
  if (!vac_cli_prepare_output (verb, several, &run.output, &run.into_folder))
    return VAC_CLI_MISUSED;

  run.files = words;
  vac_cli_batch (g_strv_length (words), run.jobs,
                 &(const VacInOrder) { .work = read_cb, .take = write_cb }, &run);

  return vac_cli_sum_up (g_strv_length (words), run.n_unread, FALSE);
}

const VacVerb vac_cli_import = {
  .name = "import",
  .usage = N_("FILE…"),
  .summary = N_("Make postings of documents, web pages, and job data."),
  .details = N_("What is clear becomes facts of the job, and all the rest stays text where it was. "
                "What is unclear and what is not used goes to standard error as FILE:LINE: TEXT. "
                "Nothing is fetched from the network. In a folder, postings are named after the "
                "job titles."),
  .examples = "  vacancy-cli import last-year.docx -o engineer.vacancy\n"
              "  vacancy-cli import careers/*.html -o postings/\n"
              "  vacancy-cli import --as text - < mail > nurse.vacancy\n",
  .values = (const VacCliValues[]) {
    { "as", VAC_CLI_ONE_OF, .list = list_kinds },
    { NULL }
  },
  .run = run_import,
};
