/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-type-fonts"

#include "config.h"

#include <fontconfig/fontconfig.h>
#include <gio/gio.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "vac-type-fonts.h"
#include "vac-type-own.h"
#ifdef VAC_TYPE_FAMILY
#include "vac-type-resources.h"

/* Pango has a thread read the configuration as soon as there is a font map. Whoever does not wait
 * for that reads it again. */
static void
await_fonts (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();

  if (PANGO_IS_FC_FONT_MAP (map))
    pango_fc_font_map_get_config (PANGO_FC_FONT_MAP (map));
}

static gboolean
has_family (const char *family)
{
  FcPattern *pattern = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, NULL);
  FcObjectSet *asked = FcObjectSetBuild (FC_FILE, NULL);
  FcFontSet *found = FcFontList (NULL, pattern, asked);
  const gboolean has = found != NULL && found->nfont > 0;

  if (found != NULL)
    FcFontSetDestroy (found);
  FcObjectSetDestroy (asked);
  FcPatternDestroy (pattern);

  return has;
}

static void
add_font (const char *name,
          GBytes     *bytes)
{
  g_autofree char *path = vac_type_own_put_into_memory (name, bytes);

  if (path != NULL)
    FcConfigAppFontAddFile (NULL, (const FcChar8 *) path);
}

static void
add_fonts (void)
{
  GResource *resource;
  g_auto (GStrv) names = NULL;

  vac_type_register_resource ();
  resource = vac_type_get_resource ();
  names = g_resource_enumerate_children (resource, VAC_RESOURCE_PATH "/type", 0, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (VAC_RESOURCE_PATH "/type", names[i], NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, 0, NULL);

      if (bytes != NULL)
        add_font (names[i], bytes);
    }
}
#endif

/**
 * vac_type_provide_fonts:
 *
 * Where the typeface of pages is not installed, gives this process the one that the program carries
 * inside it, if it was built with one: pages then break as everywhere, and a window has letters on
 * a machine without any font. To be called before the first text is laid out; any thread may.
 */
void
vac_type_provide_fonts (void)
{
#ifdef VAC_TYPE_FAMILY
  static gsize provided;

  if (!g_once_init_enter (&provided))
    return;
  vac_type_own_leave ();
  await_fonts ();
  if (!has_family (VAC_TYPE_FAMILY))
    add_fonts ();
  g_once_init_leave (&provided, 1);
#endif
}

/**
 * vac_type_has_fonts:
 *
 * Returns: whether any font is installed
 */
gboolean
vac_type_has_fonts (void)
{
  const FcFontSet *fonts = FcConfigGetFonts (NULL, FcSetSystem);

  return fonts != NULL && fonts->nfont > 0;
}
