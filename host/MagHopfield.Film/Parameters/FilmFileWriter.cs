using System.Text;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Pictures;
using MagHopfield.Problems;
using MagHopfield.Problems.Declarations;
using MagHopfield.Problems.Terms;
using MagHopfield.Toml.Keys;
using static MagHopfield.Toml.TomlText;

namespace MagHopfield.Film.Parameters;

/// <summary>Writes a film as its file: every key that <see cref="FilmParametersReader"/> reads, no preset, numbers that read back to the same bits.</summary>
internal static class FilmFileWriter
{
    private const string FilmImage = "film.png", GoldImage = "gold.png";
    private const int OutsideColour = 0xffffff, BareColour = 0x808080, FirstElectrode = 0x000001;

    public static FilmDocument Write(FilmParameters film)
    {
        StringBuilder text = new();
        Dictionary<string, byte[]> named = [];
        Add(text, FilmSections.Name, Text(film.Name));
        bool drawn = film.Geometry.Outline is ImageShape;
        Film(text, film.Geometry);
        if (drawn)
        {
            Drawn(text, film, named);
        }
        else
        {
            Listed(text, "electrode", film.Electrodes);
        }

        Magnetism(text, film.Magnetism);
        Parts(text, film.Parts, named);
        Transport(text, film.Transport);
        Gold(text, film.Gold);
        if (!film.Terminals.SequenceEqual(film.Electrodes) && film.Terminals[0].Shape is not ImageShape)
        {
            Listed(text, "gold.terminal", film.Terminals);
        }

        Simulation(text, film.Simulation);
        return new FilmDocument(text.ToString(), named);
    }

    private static void Film(StringBuilder text, FilmGeometry g)
    {
        Section(text, "[film]");
        Add(text, LayoutKeys.Width, Number(g.Width));
        Add(text, LayoutKeys.Height, Number(g.Height));
        Add(text, LayoutKeys.Thickness, Number(g.Thickness));
        Add(text, LayoutKeys.CellsX, Whole(g.CellsX));
        Add(text, LayoutKeys.CellsY, Whole(g.CellsY));
        switch (g.Outline)
        {
            case null:
                Add(text, LayoutKeys.Outline, Text("rectangle"));
                break;
            case EllipseShape e when e == new EllipseShape(g.Width / 2, g.Height / 2, g.Width / 2, g.Height / 2):
                Add(text, LayoutKeys.Outline, Text("disk"));
                break;
            case PolygonShape p:
                Add(text, LayoutKeys.Outline, Text("polygon"));
                Add(text, LayoutKeys.Corners, Points(p.Corners));
                break;
            case ImageShape:
                break;
            default:
                throw new ArgumentException($"An outline of {g.Outline} cannot be written; a file has a box, the ellipse inscribed in it, a polygon or an image.");
        }
    }

    private static void Listed(StringBuilder text, string section, IReadOnlyList<Electrode> pads)
    {
        foreach (Electrode pad in pads)
        {
            Section(text, $"[[{section}]]");
            Add(text, LayoutKeys.PadName, Text(pad.Name));
            switch (pad.Shape)
            {
                case DiskShape d:
                    Add(text, LayoutKeys.Pad, Text("disk"));
                    Add(text, LayoutKeys.X, Number(d.X));
                    Add(text, LayoutKeys.Y, Number(d.Y));
                    Add(text, LayoutKeys.Radius, Number(d.Radius));
                    break;
                case RectangleShape r:
                    Add(text, LayoutKeys.Pad, Text("rectangle"));
                    Add(text, LayoutKeys.X, Number(r.X));
                    Add(text, LayoutKeys.Y, Number(r.Y));
                    Add(text, LayoutKeys.PadWidth, Number(r.Width));
                    Add(text, LayoutKeys.PadHeight, Number(r.Height));
                    break;
                case PolygonShape p:
                    Add(text, LayoutKeys.Pad, Text("polygon"));
                    Add(text, LayoutKeys.Corners, Points(p.Corners));
                    break;
                default:
                    throw new ArgumentException($"Electrode {pad.Name} of {pad.Shape} cannot be written; a file has disks, rectangles and polygons, or an image of all.");
            }
        }
    }

    // Pixels keep what they are; their colours are ours.
    private static void Drawn(StringBuilder text, FilmParameters film, Dictionary<string, byte[]> images)
    {
        images[FilmImage] = Image(film, film.Electrodes);
        Section(text, "[image]");
        Add(text, LayoutKeys.ImageFile, Text(FilmImage));
        if (!film.Terminals.SequenceEqual(film.Electrodes) && film.Terminals[0].Shape is ImageShape)
        {
            images[GoldImage] = Image(film, film.Terminals);
            Add(text, LayoutKeys.GoldFile, Text(GoldImage));
        }

        Add(text, LayoutKeys.Outside, Text(Colour(OutsideColour)));
        Add(text, LayoutKeys.Bare, Text(Colour(BareColour)));
        Add(text, LayoutKeys.Colours, $"[{string.Join(", ", film.Electrodes.Select((_, k) => Text(Colour(FirstElectrode + k))))}]");
    }

    private static byte[] Image(FilmParameters film, IReadOnlyList<Electrode> pads)
    {
        LabelledImage? image = (pads[0].Shape as ImageShape)?.Image;
        if (image is null || pads.Where((p, k) => p.Shape != new ImageShape(image, k, film.Geometry.Width, film.Geometry.Height)).Any())
        {
            throw new ArgumentException("A film whose outline is an image has all its electrodes from an image, in their order; this one cannot be written.");
        }

        RgbImage pixels = new(image.Columns, image.Rows, new byte[3 * image.Columns * image.Rows]);
        for (int row = 0; row < image.Rows; row++)
        {
            for (int column = 0; column < image.Columns; column++)
            {
                int label = image[column, row];
                int rgb = label switch { LabelledImage.Outside => OutsideColour, LabelledImage.Film => BareColour, _ => FirstElectrode + label };
                pixels[column, image.Rows - 1 - row] = new Rgb((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
            }
        }

        return Png.Bytes(pixels);
    }

    private static void Magnetism(StringBuilder text, MagneticParameters m)
    {
        Section(text, "[magnetism]");
        Add(text, PhysicsKeys.SaturationMagnetisation, Number(m.SaturationMagnetisation));
        if (Stiffness(m) is double stiffness)
        {
            Add(text, PhysicsKeys.ExchangeStiffness, Number(stiffness));
        }
        else
        {
            Add(text, PhysicsKeys.ExchangeConstant, Number(m.ExchangeConstant));
        }

        Add(text, PhysicsKeys.HardAxisAnisotropy, Number(m.HardAxisAnisotropy));
        Add(text, PhysicsKeys.GilbertDamping, Number(m.GilbertDamping));
        Add(text, PhysicsKeys.GyromagneticRatio, Number(m.GyromagneticRatio));
        Add(text, PhysicsKeys.Demagnetisation, m.Demagnetisation ? "true" : "false");
        Add(text, PhysicsKeys.InitialState, Text(PhysicsKeys.InitialState.Words[(int)m.InitialState]));
        Add(text, PhysicsKeys.Seed, Whole(m.Seed));
        Add(text, PhysicsKeys.CoerciveField, Number(m.CoerciveField));
        Add(text, PhysicsKeys.Temperature, Number(m.Temperature));
        if (m.Grains is GrainParameters grains)
        {
            Add(text, PhysicsKeys.GrainAnisotropyField, Number(grains.AnisotropyField));
            Add(text, PhysicsKeys.GrainSize, Number(grains.Size));
            Add(text, PhysicsKeys.GrainSeed, Whole(grains.Seed));
        }

        // Left out as are the grains of a film without: a document made before there was this key is the same film's.
        if (m.Prepare != EquilibriumMethod.None)
            Add(text, PhysicsKeys.Prepare, Text(PhysicsKeys.Prepare.Words[(int)m.Prepare]));
    }

    // Behind [magnetism], whose keys of terms come first.
    private static void Parts(StringBuilder text, MagnetParts parts, Dictionary<string, byte[]> named)
    {
        Dictionary<string, string> names = [];
        DocumentWriter written = new(NameOf);
        (parts with { Terms = [.. parts.Terms.Where(term => term is not ExchangeTerm)] }).WriteMaterial(written);
        parts.WriteRegions(written);
        parts.WriteTerms(written);
        text.Append(written.ToString() is ['[', ..] ? "\n" : "").Append(written);

        string NameOf(string path)
        {
            if (names.TryGetValue(path, out string? known))
                return known;
            string name = Path.GetFileName(path);
            for (int i = 2; named.ContainsKey(name) || name == FilmDocument.FileName; i++)
                name = $"{i}-{Path.GetFileName(path)}";
            named[name] = File.ReadAllBytes(path);
            return names[path] = name;
        }
    }

    // The stiffness A_ex that gives the constant 2A_ex/(µ0 Ms) to the last bit, where there is one: rounding can leave it out.
    private static double? Stiffness(MagneticParameters m)
    {
        double near = m.ExchangeStiffness;
        foreach (double candidate in (double[])[near, Math.BitIncrement(near), Math.BitDecrement(near), Math.BitIncrement(Math.BitIncrement(near)), Math.BitDecrement(Math.BitDecrement(near))])
        {
            if (MagneticParameters.ExchangeConstantOf(candidate, m.SaturationMagnetisation) == m.ExchangeConstant)
            {
                return candidate;
            }
        }

        return null;
    }

    private static void Transport(StringBuilder text, TransportParameters t)
    {
        Section(text, "[transport]");
        Add(text, PhysicsKeys.IsotropicConductivity, Number(t.IsotropicConductivity));
        Add(text, PhysicsKeys.AmrRatio, Number(t.AmrRatio));
        Add(text, PhysicsKeys.ContactResistance, Number(t.ContactResistance));
        Add(text, PhysicsKeys.SolverTolerance, Number(t.SolverTolerance));
    }

    private static void Gold(StringBuilder text, GoldParameters g)
    {
        Section(text, "[gold]");
        Add(text, PhysicsKeys.GoldThickness, Number(g.Thickness));
        Add(text, PhysicsKeys.GoldConductivity, Number(g.Conductivity));
        Add(text, PhysicsKeys.InsulatorThickness, Number(g.InsulatorThickness));
        Add(text, PhysicsKeys.LeadResistance, Number(g.LeadResistance));
    }

    private static void Simulation(StringBuilder text, PulseParameters s)
    {
        Section(text, "[simulation]");
        Add(text, PhysicsKeys.RestTorque, Number(s.RestTorque));
        Add(text, PhysicsKeys.LongestTime, Number(s.LongestTime));
        Add(text, PhysicsKeys.RelaxationTime, Number(s.RelaxationTime));
        Add(text, PhysicsKeys.Tilt, Number(s.Tilt));
        Add(text, PhysicsKeys.ProgressInterval, Number(s.ProgressInterval));
        Add(text, PhysicsKeys.StepError, Number(s.StepError));
        if (s.AfterPulse != EquilibriumMethod.None)
            Add(text, PhysicsKeys.AfterPulse, Text(PhysicsKeys.AfterPulse.Words[(int)s.AfterPulse]));
    }

    private static void Section(StringBuilder text, string head) => text.Append('\n').Append(head).Append('\n');

    private static void Add(StringBuilder text, FileKey key, string value) => text.Append(key.Name).Append(" = ").Append(value).Append('\n');

    private static string Colour(int rgb) => $"#{rgb:x6}";
}
