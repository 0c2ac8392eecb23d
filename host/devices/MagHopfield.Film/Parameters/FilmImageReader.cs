using System.Globalization;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Shapes;
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
        int outside = LayoutKeys.Outside.Read(s), film = LayoutKeys.Bare.Read(s);
        int[] electrodes = LayoutKeys.Colours.Read(s);
        if (electrodes.Length < 2)
            throw s.Error(LayoutKeys.Colours.Name, "names fewer than two colours; a film needs at least two electrodes");

        InputFiles files = InputFiles.Beside(s.Source);
        ColourImage picture = Load(LayoutKeys.ImageFile);
        ColourImage? gold = s.Has(LayoutKeys.GoldFile.Name) ? Load(LayoutKeys.GoldFile) : null;
        return (
            geometry with { Outline = Shape(picture, [film, .. electrodes]) }, Pads(picture), gold is null ? null : Pads(gold));

        ColourImage Load(Key<string> key)
        {
            ColourImage image = files.FindImage(s, key);
            return WhatIsWrong(image, outside, film, electrodes) is string wrong
                ? throw s.Error(key.Name, $"names {image.Path}, but {wrong}") : image;
        }

        List<Electrode> Pads(ColourImage image) =>
            [.. electrodes.Select((colour, k) => new Electrode((k + 1).ToString(CultureInfo.InvariantCulture), Shape(image, [colour])))];

        ImageShape Shape(ColourImage image, int[] colours) => new(image, colours, geometry.Width, geometry.Height);
    }

    // Two things of one colour, a pixel that has none of the colours, or a colour that does not occur.
    private static string? WhatIsWrong(ColourImage image, int outside, int film, int[] electrodes)
    {
        HashSet<int> known = [outside], seen = [];
        foreach (int colour in electrodes.Prepend(film))
        {
            if (!known.Add(colour))
            {
                return $"the colour {ColourImage.Text(colour)} stands for two things; give outside, film and each electrode a colour of "
                    + "its own";
            }
        }

        for (int k = 0; k < image.Columns * image.Rows; k++)
        {
            (int fromTop, int column) = (k / image.Columns, k % image.Columns);
            int colour = image[column, image.Rows - 1 - fromTop];
            if (!known.Contains(colour))
            {
                return $"pixel ({column}, {fromTop}) from the top left has the colour {ColourImage.Text(colour)}, which is neither "
                    + "outside, film nor an electrode; draw without smoothing, or name the colour";
            }

            seen.Add(colour);
        }

        int missing = Array.FindIndex(electrodes, colour => !seen.Contains(colour));
        return missing < 0 ? null
            : $"no pixel has the colour {ColourImage.Text(electrodes[missing])} of electrode {missing + 1}; draw it, or remove the colour";
    }
}
