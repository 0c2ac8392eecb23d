using System.Globalization;

namespace MagHopfield.Model.Keys;

/// <summary>Keys of colours 0xRRGGBB, among those that any file may have.</summary>
internal static class ColourKeys
{
    extension(Key)
    {
        /// <summary>A colour.</summary>
        public static Key<int> Colour(string name, string meaning, string fallback) => new(
            new(name, "text", "", "\"#rrggbb\"", $"\"{fallback}\"", meaning),
            section => Of(section, name, section.Text(name, fallback)),
            Written);

        /// <summary>Colours.</summary>
        public static Key<int[]> Colours(string name, string meaning, string range = "each \"#rrggbb\"") => new(
            new(name, "array of texts", "", range, "required", meaning),
            section => [.. section.Texts(name).Select(text => Of(section, name, text))],
            colours => TomlText.Array(colours.Select(Written)));
    }

    private static string Written(int colour) => TomlText.Text(ColourImage.Text(colour));

    private static int Of(TomlSection section, string key, string text) =>
        text.Length == 7 && text[0] == '#'
            && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int rgb)
            ? rgb
            : throw section.Error(key, $"has the colour \"{text}\"; write it as \"#rrggbb\"");
}
