/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-type-own"

#include "config.h"

#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <pango/pangofc-fontmap.h>
#include <sys/mman.h>
#include <unistd.h>

#include "vac-type-own.h"
#ifdef VAC_TYPE_FAMILY
#include "vac-type-patterns.h"
#include "vac-type-resources.h"
#endif

/*
 * To read how fonts are configured, and to sort all that there are, takes as long as to lay a
 * posting out, and of most postings every letter is in the typeface that the program carries inside
 * it. A program of the command line begins with that alone, and takes the rest when there is
 * another letter or another typeface.
 */

/* Fontconfig's configuration with these fonts alone, while they are in use. */
static struct
{
  FcConfig  *config;
  FcCharSet *letters;   /* those that all of the fonts have */
  gboolean   has_ascii; /* whether all of ASCII that is seen is among them */
} own;

static gboolean
write_all (int         file,
           const char *data,
           gsize       size)
{
  while (size > 0)
    {
      const gssize n = write (file, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }

  return TRUE;
}

/*
 * vac_type_own_put_into_memory:
 * @name: what to call it
 * @bytes: a font
 *
 * Fontconfig, FreeType and HarfBuzz take files only. This one is in memory, has a name as long as
 * the process lives, and is not left behind by one that is killed.
 *
 * Returns: (transfer full) (nullable): that name; %NULL when there is no room
 */
char *
vac_type_own_put_into_memory (const char *name,
                              GBytes     *bytes)
{
  const int file = memfd_create (name, MFD_CLOEXEC);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (file < 0)
    return NULL;
  if (!write_all (file, data, size))
    {
      close (file);
      return NULL;
    }

  return g_strdup_printf ("/proc/self/fd/%d", file);
}

#ifdef VAC_TYPE_FAMILY

/* Whoever has rules for fonts is served by all of them. */
static gboolean
has_rules (void)
{
  static const char *const variables[] = { "FONTCONFIG_FILE", "FONTCONFIG_PATH",
                                           "FONTCONFIG_SYSROOT" };
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "fontconfig", NULL);
  g_autofree char *file = g_build_filename (g_get_home_dir (), ".fonts.conf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    if (g_getenv (variables[i]) != NULL)
      return TRUE;

  return g_access (folder, F_OK) == 0 || g_access (file, F_OK) == 0;
}

/* Returns: (transfer full) (nullable): where @font is: in the file that it was in when the program
 * was built, or else in memory */
static char *
provide_file (FcPattern *font)
{
  FcChar8 *path = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GStatBuf status;

  if (FcPatternGetString (font, FC_FILE, 0, &path) != FcResultMatch)
    return NULL;
  base = g_path_get_basename ((const char *) path);
  name = g_build_filename (VAC_RESOURCE_PATH "/type", base, NULL);
  bytes = g_resource_lookup_data (vac_type_get_resource (), name, 0, NULL);
  if (bytes == NULL)
    return NULL;
  if (g_stat ((const char *) path, &status) == 0 &&
      (gsize) status.st_size == g_bytes_get_size (bytes))
    return g_strdup ((const char *) path);

  return vac_type_own_put_into_memory (base, bytes);
}

/* @description is what fc-query said of the font when the program was built: to find that out takes
 * longer than all the rest. */
static gboolean
add_font (const char *description)
{
  FcPattern *font = FcNameParse ((const FcChar8 *) description);
  g_autofree char *file = font != NULL ? provide_file (font) : NULL;
  FcCharSet *letters = NULL;
  FcCharSet *common;

  if (file == NULL || FcPatternGetCharSet (font, FC_CHARSET, 0, &letters) != FcResultMatch)
    {
      g_clear_pointer (&font, FcPatternDestroy);
      return FALSE;
    }
  FcPatternDel (font, FC_FILE);
  FcPatternAddString (font, FC_FILE, (const FcChar8 *) file);
  common = own.letters != NULL ? FcCharSetIntersect (own.letters, letters)
                               : FcCharSetCopy (letters);
  g_clear_pointer (&own.letters, FcCharSetDestroy);
  own.letters = common;

  return FcFontSetAdd (FcConfigGetFonts (own.config, FcSetSystem), font);
}

static gboolean
add_fonts (void)
{
  static const char *const descriptions[] = { VAC_TYPE_PATTERNS };

  vac_type_register_resource ();
  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    if (!add_font (descriptions[i]))
      return FALSE;
  own.has_ascii = TRUE;
  for (FcChar32 letter = ' '; letter < 0x7f; letter++)
    own.has_ascii &= FcCharSetHasChar (own.letters, letter) != FcFalse;

  return TRUE;
}

#endif

/**
 * vac_type_own_use:
 *
 * For programs that show no windows: text that the typeface inside the program suffices for is
 * laid out without the fonts of the machine. To be called before the first text is laid out. Does
 * nothing in a program that was built without a typeface, and for users with rules for fonts.
 */
void
vac_type_own_use (void)
{
#ifdef VAC_TYPE_FAMILY
  if (has_rules ())
    return;

  own.config = FcConfigCreate ();
  /* Pango reads the configuration as soon as there is a font map, unless there is one. */
  if (!FcConfigBuildFonts (own.config) || !add_fonts () || !FcConfigSetCurrent (own.config))
    g_clear_pointer (&own.config, FcConfigDestroy);
#endif
}

/**
 * vac_type_own_leave:
 *
 * To be called before what is not of vac_type_own_get_map() is asked for fonts; any thread may.
 * Pages that were laid out without them stay.
 */
void
vac_type_own_leave (void)
{
  static gsize left;

  if (own.config == NULL || !g_once_init_enter (&left))
    return;
  FcConfigSetCurrent (FcInitLoadConfigAndFonts ());
  g_once_init_leave (&left, 1);
}

/**
 * vac_type_own_has:
 * @text: (nullable): any text
 *
 * Returns: whether the typeface inside the program is in use and has all letters of @text
 */
gboolean
vac_type_own_has (const char *text)
{
  if (own.config == NULL)
    return FALSE;
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!((guchar) *p < 0x80 && own.has_ascii) && !g_ascii_iscntrl (*p) &&
        !FcCharSetHasChar (own.letters, g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/**
 * vac_type_own_get_map:
 *
 * Returns: (transfer none) (nullable): the typeface inside the program alone, for this thread;
 *   %NULL when it is not in use
 */
PangoFontMap *
vac_type_own_get_map (void)
{
  static GPrivate maps = G_PRIVATE_INIT (g_object_unref);
  PangoFontMap *map = g_private_get (&maps);

  if (own.config == NULL)
    return NULL;
  if (map == NULL)
    {
      map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
      pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), own.config);
      g_private_set (&maps, map);
    }

  return map;
}
