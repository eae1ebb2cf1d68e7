/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-family"

#include "config.h"

#include "vac-codes.h"
#include "vac-guide-family.h"

/* One that the user changes, renames or deletes stands by itself: the program's own stay as they
 * are. */
static GPtrArray *
find_family (GPtrArray      *families,
             const VacGuide *guide)
{
  for (guint i = 0; i < families->len; i++)
    {
      GPtrArray *family = g_ptr_array_index (families, i);
      const VacGuide *first = g_ptr_array_index (family, 0);

      if ((first->file == NULL) == (guide->file == NULL) &&
          g_str_equal (first->edition_of, guide->edition_of))
        return family;
    }

  return NULL;
}

static void
add (GPtrArray      *families,
     const VacGuide *guide)
{
  GPtrArray *family = find_family (families, guide);

  if (family == NULL)
    {
      family = g_ptr_array_new ();
      g_ptr_array_add (families, family);
    }
  g_ptr_array_add (family, (gpointer) guide);
}

/**
 * vac_guide_families_new:
 * @library: guides; must outlive what is returned
 *
 * Puts together what is one guide in several languages.
 *
 * Returns: (transfer full) (element-type GPtrArray): arrays of #VacGuide, the user's own first and
 *   otherwise in the order of the library; within one, too
 */
GPtrArray *
vac_guide_families_new (VacGuideLibrary *library)
{
  GPtrArray *guides;
  GPtrArray *families;

  g_return_val_if_fail (library != NULL, NULL);

  guides = vac_guide_library_get_guides (library);
  families = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint own = 0; own < 2; own++)
    for (guint i = 0; i < guides->len; i++)
      {
        const VacGuide *guide = g_ptr_array_index (guides, i);

        if ((guide->file != NULL) == (own == 0))
          add (families, guide);
      }

  return families;
}

/**
 * vac_guide_family_prefer:
 * @family: (element-type VacGuide): one of vac_guide_families_new()
 * @language: the language that the user wants postings in, a BCP 47 tag; empty for none
 *
 * Returns: the position of the edition in @language; where there is none, of the one that suits the
 *   user of the interface best; of the first where none does
 */
guint
vac_guide_family_prefer (GPtrArray  *family,
                         const char *language)
{
  guint best = 0;

  g_return_val_if_fail (family != NULL && family->len > 0 && language != NULL, 0);

  for (guint i = 0; i < family->len; i++)
    if (vac_codes_is_same_language (((const VacGuide *) g_ptr_array_index (family, i))->language,
                                    language))
      return i;
  for (guint i = 1; i < family->len; i++)
    {
      const VacGuide *guide = g_ptr_array_index (family, i);
      const VacGuide *other = g_ptr_array_index (family, best);

      if (vac_guide_compare_languages (guide->language, other->language) < 0)
        best = i;
    }

  return best;
}
