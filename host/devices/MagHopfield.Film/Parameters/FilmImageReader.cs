using System.Globalization;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Pictures;
using MagHopfield.Toml;

namespace MagHopfield.Film.Parameters;

/// <summary>
/// Reads [image]: a PNG whose colours are the outside, the bare film and the electrodes. It fills the box width × height of [film]; a
/// second one may show the terminals of the gold.
/// </summary>
internal static class FilmImageReader
{
    public static (FilmGeometry Geometry, IReadOnlyList<Electrode> Electrodes, IReadOnlyList<Electrode>? Terminals) Read(
        TomlSection s, FilmGeometry geometry)
    {
        int outside = Colour(s, LayoutKeys.Outside.Name, LayoutKeys.Outside.Read(s));
        int film = Colour(s, LayoutKeys.Bare.Name, LayoutKeys.Bare.Read(s));
        int[] electrodes = [.. LayoutKeys.Colours.Read(s).Select(text => Colour(s, LayoutKeys.Colours.Name, text))];
        if (electrodes.Length < 2)
            throw s.Error(LayoutKeys.Colours.Name, "names fewer than two colours; a film needs at least two electrodes");

        LabelledImage picture = Load(s, LayoutKeys.ImageFile, outside, film, electrodes);
        LabelledImage? gold = s.Has(LayoutKeys.GoldFile.Name) ? Load(s, LayoutKeys.GoldFile, outside, film, electrodes) : null;
        FilmGeometry shaped = geometry with { Outline = new ImageShape(picture, null, geometry.Width, geometry.Height) };
        return (
            shaped, Electrodes(picture, geometry, electrodes.Length), gold is null ? null : Electrodes(gold, geometry, electrodes.Length));
    }

    private static LabelledImage Load(TomlSection s, Key<string> key, int outside, int film, int[] electrodes)
    {
        string path = Path.Combine(Path.GetDirectoryName(s.Source) ?? "", key.Read(s));
        if (Directory.Exists(path))
            throw s.Error(key.Name, $"names '{path}', which is a folder; write the path of a PNG file");

        try
        {
            RgbImage image = Png.Read(path);
            int[] colours = new int[image.Width * image.Height];
            for (int k = 0; k < colours.Length; k++)
            {
                Rgb colour = image[k % image.Width, k / image.Width];
                colours[k] = (colour.R << 16) | (colour.G << 8) | colour.B;
            }

            return LabelledImage.FromColours(image.Width, colours, outside, film, electrodes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw s.Error(key.Name, $"names an image that cannot be read ({e.Message.TrimEnd('.')}); write the path of a PNG file");
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw s.Error(key.Name, $"names {path}, but {e.Message.TrimEnd('.')}");
        }
    }

    private static List<Electrode> Electrodes(LabelledImage image, FilmGeometry geometry, int count) =>
        [.. Enumerable.Range(0, count).Select(k => new Electrode(
            (k + 1).ToString(CultureInfo.InvariantCulture), new ImageShape(image, k, geometry.Width, geometry.Height)))];

    private static int Colour(TomlSection s, string key, string text) =>
        text.Length == 7 && text[0] == '#'
            && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int rgb)
            ? rgb
            : throw s.Error(key, $"has the colour \"{text}\"; write it as \"#rrggbb\"");
}
