/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-text"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-age.h"
#include "vac-date.h"
#include "vac-library-text.h"
#include "vac-status.h"

/* What a list of postings says. */

#define NO_SORT -1

static const struct
{
  const char *id;       /* in the settings */
  const char *title;
  int         sort;     /* a VacLibrarySort, or NO_SORT */
  int         chars;    /* the room for it, in characters */
} columns[] = {
  [VAC_LIBRARY_COLUMN_TITLE] = { "title", N_("Title"), VAC_LIBRARY_SORT_TITLE, 20 },
  [VAC_LIBRARY_COLUMN_EMPLOYER] = { "employer", N_("Employer"), VAC_LIBRARY_SORT_EMPLOYER, 13 },
  [VAC_LIBRARY_COLUMN_PLACE] = { "place", N_("Place"), VAC_LIBRARY_SORT_PLACE, 13 },
  [VAC_LIBRARY_COLUMN_PAY] = { "pay", N_("Pay"), NO_SORT, 20 },
  [VAC_LIBRARY_COLUMN_STATUS] = { "status", N_("Status"), VAC_LIBRARY_SORT_STATUS, 20 },
  [VAC_LIBRARY_COLUMN_CLOSES] = { "closes", N_("Closes"), VAC_LIBRARY_SORT_CLOSES, 10 },
  [VAC_LIBRARY_COLUMN_CHANGED] = { "changed", N_("Changed"), VAC_LIBRARY_SORT_CHANGED, 13 },
  [VAC_LIBRARY_COLUMN_FINDINGS] = { "findings", N_("Findings"), VAC_LIBRARY_SORT_FINDINGS, 4 },
};

/**
 * vac_library_column_get_id:
 * @column: a column
 *
 * Returns: (transfer none): what it is called in the settings
 */
const char *
vac_library_column_get_id (VacLibraryColumn column)
{
  g_return_val_if_fail (column < VAC_N_LIBRARY_COLUMNS, NULL);

  return columns[column].id;
}

/**
 * vac_library_column_get_title:
 * @column: a column
 *
 * Returns: (transfer none): its heading
 */
const char *
vac_library_column_get_title (VacLibraryColumn column)
{
  g_return_val_if_fail (column < VAC_N_LIBRARY_COLUMNS, NULL);

  return _(columns[column].title);
}

/**
 * vac_library_column_get_chars:
 * @column: a column
 *
 * Returns: how many characters there has to be room for
 */
int
vac_library_column_get_chars (VacLibraryColumn column)
{
  g_return_val_if_fail (column < VAC_N_LIBRARY_COLUMNS, 0);

  return columns[column].chars;
}

/**
 * vac_library_column_get_sort:
 * @column: a column
 * @sort: (out): what a list is sorted by when it is sorted by @column
 *
 * Returns: whether it can be
 */
gboolean
vac_library_column_get_sort (VacLibraryColumn  column,
                             VacLibrarySort   *sort)
{
  g_return_val_if_fail (column < VAC_N_LIBRARY_COLUMNS && sort != NULL, FALSE);

  if (columns[column].sort == NO_SORT)
    return FALSE;
  *sort = (VacLibrarySort) columns[column].sort;

  return TRUE;
}

/* Cells */

/* In the language of the interface. */
static char *
format_day (const char *iso)
{
  GDate date;

  return vac_date_from_iso (iso, &date)
             ? vac_date_format_short (&date, g_get_language_names ()[0]) : g_strdup (iso);
}

static char *
format_title (VacLibraryEntry *entry)
{
  const VacLibraryFacts *facts = vac_library_entry_get_facts (entry);

  if (facts->error != NULL)
    return g_filename_display_basename (vac_library_entry_get_path (entry));

  return g_strdup (*facts->title != '\0' ? facts->title : _("Untitled Posting"));
}

static char *
format_status (const VacLibraryFacts *facts)
{
  g_autofree char *day = *facts->since != '\0' ? format_day (facts->since) : NULL;
  const char *status = vac_status_describe (facts->status);

  if (day == NULL)
    return g_strdup (status);

  /* Translators: "Approved since Dec 23, 2026": a status and a day */
  return g_strdup_printf (_("%s since %s"), status, day);
}

static char *
format_changed (VacLibraryEntry *entry)
{
  g_autoptr (GDateTime) time =
    g_date_time_new_from_unix_local (vac_library_entry_get_changed (entry));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return time != NULL ? vac_age_describe (time, now) : g_strdup ("");
}

/**
 * vac_library_text_cell:
 * @entry: what the index has about a file
 * @column: a column
 *
 * Returns: (transfer full): what stands there; of a file that could not be read, its name and when
 *   it was changed
 */
char *
vac_library_text_cell (VacLibraryEntry  *entry,
                       VacLibraryColumn  column)
{
  const VacLibraryFacts *facts = vac_library_entry_get_facts (entry);

  if (column == VAC_LIBRARY_COLUMN_TITLE)
    return format_title (entry);
  if (column == VAC_LIBRARY_COLUMN_CHANGED)
    return format_changed (entry);
  if (facts->error != NULL)
    return g_strdup (column == VAC_LIBRARY_COLUMN_STATUS ? _("Cannot be read") : "");
  switch (column)
    {
    case VAC_LIBRARY_COLUMN_EMPLOYER:
      return g_strdup (facts->employer);
    case VAC_LIBRARY_COLUMN_PLACE:
      return g_strdup (facts->place);
    case VAC_LIBRARY_COLUMN_PAY:
      return g_strdup (facts->pay);
    case VAC_LIBRARY_COLUMN_STATUS:
      return format_status (facts);
    case VAC_LIBRARY_COLUMN_CLOSES:
      return *facts->closes != '\0' ? format_day (facts->closes) : g_strdup ("");
    case VAC_LIBRARY_COLUMN_FINDINGS:
      return g_strdup_printf ("%u", facts->n_findings);
    case VAC_LIBRARY_COLUMN_TITLE:
    case VAC_LIBRARY_COLUMN_CHANGED:
    default:
      return g_strdup ("");
    }
}

/* Rows */

static void
append (GString    *out,
        const char *separator,
        const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, separator);
  g_string_append (out, part);
}

static char *
join (VacLibraryEntry *entry,
      const char      *title,
      const char      *separator)
{
  const VacLibraryFacts *facts = vac_library_entry_get_facts (entry);
  g_autofree char *status = vac_library_text_cell (entry, VAC_LIBRARY_COLUMN_STATUS);
  g_autofree char *day = vac_library_text_cell (entry, VAC_LIBRARY_COLUMN_CLOSES);
  g_autofree char *closes = NULL, *findings = NULL;
  GString *out = g_string_new (title);

  if (facts->error != NULL)
    {
      append (out, separator, facts->error);
      return g_string_free (out, FALSE);
    }
  if (*day != '\0')
    /* Translators: the last day on which candidates can apply */
    closes = g_strdup_printf (_("Closes %s"), day);
  if (facts->n_findings > 0)
    findings = g_strdup_printf (ngettext ("%u finding", "%u findings", facts->n_findings),
                                facts->n_findings);
  append (out, separator, facts->employer);
  append (out, separator, facts->place);
  append (out, separator, facts->pay);
  append (out, separator, status);
  append (out, separator, closes);
  append (out, separator, findings);

  return g_string_free (out, FALSE);
}

/**
 * vac_library_text_detail:
 * @entry: what the index has about a file
 *
 * Returns: (transfer full): what is said below its title where there is no room for columns
 */
char *
vac_library_text_detail (VacLibraryEntry *entry)
{
  return join (entry, NULL, " · ");
}

/**
 * vac_library_text_row:
 * @entry: what the index has about a file
 *
 * Returns: (transfer full): all of it, as it is read out
 */
char *
vac_library_text_row (VacLibraryEntry *entry)
{
  g_autofree char *title = format_title (entry);

  return join (entry, title, ", ");
}
