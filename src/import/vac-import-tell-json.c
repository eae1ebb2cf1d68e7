/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-tell-json"

#include "config.h"

#include "vac-import-private.h"
#include "vac-json-ld-reader.h"
#include "vac-member.h"

/* Members that only one program's postings have together. */
#define MOST_SIGNS 4

static const struct
{
  VacImportKind kind;
  const char   *list;                /* of the root, where it is no posting itself */
  const char   *signs[MOST_SIGNS];   /* all of them are in a posting */
} kinds[] = {
  { VAC_IMPORT_GREENHOUSE, "jobs", { "title", "absolute_url", "internal_job_id" } },
  { VAC_IMPORT_ASHBY, "jobs", { "title", "descriptionHtml", "jobUrl" } },
  { VAC_IMPORT_ASHBY, "jobs", { "title", "descriptionHtml", "employmentType" } },
  { VAC_IMPORT_LEVER, NULL, { "text", "categories", "lists" } },
  { VAC_IMPORT_LEVER, NULL, { "text", "categories", "hostedUrl" } },
  { VAC_IMPORT_JSON_RESUME, NULL, { "title", "company", "description" } },
  { VAC_IMPORT_JSON_RESUME, NULL, { "title", "responsibilities", "qualifications" } },
  { VAC_IMPORT_JSON_RESUME, NULL, { "title", "company", "responsibilities" } },
  { VAC_IMPORT_JSON_RESUME, NULL, { "title", "company", "type" } },
};

static gboolean
has_all (VacSource         *source,
         guint              posting,
         const char *const *signs)
{
  for (guint i = 0; i < MOST_SIGNS && signs[i] != NULL; i++)
    if (vac_source_get (source, posting, signs[i]) == VAC_NO_VALUE)
      return FALSE;

  return TRUE;
}

/**
 * vac_import_tell_json:
 * @json: what vac_json_parse_data() has accepted
 * @kind: (out): what they are
 *
 * Returns: whether they are postings of a kind that is read
 */
gboolean
vac_import_tell_json (VacJson       *json,
                      VacImportKind *kind)
{
  g_autoptr (VacSource) source = NULL;

  g_return_val_if_fail (json != NULL && kind != NULL, FALSE);

  source = vac_source_new (json);
  if (vac_json_ld_has_posting (source))
    {
      *kind = VAC_IMPORT_JSON_LD;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const guint first = vac_board_get_first (source, kinds[i].list);

      if (has_all (source, first, kinds[i].signs))
        {
          *kind = kinds[i].kind;
          return TRUE;
        }
    }

  return FALSE;
}
