/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-export.h"

G_BEGIN_DECLS

/* Exit statuses. */
#define VAC_CLI_FINE    0
#define VAC_CLI_PARTLY  1   /* findings, or something could not be done */
#define VAC_CLI_MISUSED 2   /* wrong use, input that cannot be read, or an export not written */

typedef struct _VacVerb VacVerb;

/**
 * VacVerb:
 * @name: the word on the command line
 * @usage: (translatable): what follows it
 * @summary: (translatable): one line on what it does
 * @details: (translatable) (nullable): what else there is to know
 * @examples: command lines, each indented by two and ended by a line end
 * @run: does it; @formats are what the program can export, @arguments the words of the command line
 *   from the verb on, for vac_cli_parse(); returns the exit status
 */
struct _VacVerb
{
  const char *name;
  const char *usage;
  const char *summary;
  const char *details;
  const char *examples;
  int       (*run) (const VacVerb    *verb,
                    const VacFormats *formats,
                    char            **arguments);
};

extern const VacVerb vac_cli_check;
extern const VacVerb vac_cli_diff;
extern const VacVerb vac_cli_export;
extern const VacVerb vac_cli_format;
extern const VacVerb vac_cli_get;
extern const VacVerb vac_cli_guides;
extern const VacVerb vac_cli_history;
extern const VacVerb vac_cli_import;
extern const VacVerb vac_cli_list;
extern const VacVerb vac_cli_measure;
extern const VacVerb vac_cli_merge;
extern const VacVerb vac_cli_new;
extern const VacVerb vac_cli_replace;
extern const VacVerb vac_cli_salary;
extern const VacVerb vac_cli_schema;
extern const VacVerb vac_cli_set;
extern const VacVerb vac_cli_texts;

int     vac_cli_run    (const VacFormats   *formats,
                        int                 argc,
                        char              **argv);
void    vac_cli_tell   (const char         *format,
                        ...) G_GNUC_PRINTF (1, 2);
void    vac_cli_hold_messages (void);
char   *vac_cli_take_messages (void);
void    vac_cli_tell_error (const char     *name,
                            const GError   *error);
char  **vac_cli_parse  (const VacVerb      *verb,
                        const GOptionEntry *entries,
                        char              **arguments,
                        guint               fewest,
                        guint               most);
int     vac_cli_misuse (const VacVerb      *verb,
                        const char         *format,
                        ...) G_GNUC_PRINTF (2, 3);
void    vac_cli_append_column (GString     *out,
                        const char         *text);
gboolean vac_cli_check_format (const VacVerb *verb,
                        const char         *format,
                        const char *const  *known);
gboolean vac_cli_check_inputs (const VacVerb *verb,
                        char              **names);

G_END_DECLS
