using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Shapes;
using MagHopfield.Model.Terms;
using MagHopfield.Pictures;

namespace MagHopfield.Film.Parameters;

/// <summary>
/// Writes a film as its file: every key that <see cref="FilmParametersReader"/> reads, no preset, numbers that read back to the same bits.
/// </summary>
internal static class FilmFileWriter
{
    private const string FilmImage = "film.png", GoldImage = "gold.png";
    private const int OutsideColour = 0xffffff, BareColour = 0x808080, FirstElectrode = 0x000001;

    public static FilmDocument Write(FilmParameters film)
    {
        Dictionary<string, byte[]> named = [];
        Dictionary<string, string> names = [];
        DocumentWriter text = new(NameOf);
        text.Add(FilmSections.Name, film.Name);
        bool drawn = film.Geometry.Outline is ImageShape;
        Film(text, film.Geometry);
        if (drawn)
            Drawn(text, film, named);
        else
            Listed(text, "electrode", film.Electrodes);

        Magnetism(text, film.Magnetism, film.Parts.Initial is not null);
        (film.Parts with { Terms = [.. film.Parts.Terms.Where(term => term is not ExchangeTerm)] }).WriteMaterial(text);
        film.Parts.WriteRegions(text);
        film.Parts.WriteTerms(text);
        film.Parts.WriteInitial(text);
        Transport(text, film.Transport, film.HasOersted);
        if (film.Gold is not null)
            Gold(text, film.Gold);
        if (!film.Terminals.SequenceEqual(film.Electrodes) && film.Terminals[0].Shape is not ImageShape)
            Listed(text, "gold.terminal", film.Terminals);

        Simulation(text, film.Simulation);
        return new FilmDocument(text.ToString(), named);

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

    private static void Film(DocumentWriter text, FilmGeometry g)
    {
        text.Section("[film]");
        text.Add(LayoutKeys.Width, g.Width);
        text.Add(LayoutKeys.Height, g.Height);
        text.Add(LayoutKeys.Thickness, g.Thickness);
        text.Add(LayoutKeys.CellsX, g.CellsX);
        text.Add(LayoutKeys.CellsY, g.CellsY);
        switch (g.Outline)
        {
            case null:
                text.Add(LayoutKeys.Outline, "rectangle");
                break;
            case EllipseShape e when e == new EllipseShape(g.Width / 2, g.Height / 2, g.Width / 2, g.Height / 2):
                text.Add(LayoutKeys.Outline, "disk");
                break;
            case PolygonShape p:
                text.Add(LayoutKeys.Outline, "polygon");
                text.Add(LayoutKeys.Corners, [.. p.Corners]);
                break;
            case ImageShape:
                break;
            case ShapeOutline s:
                s.Write(text);
                break;
            default:
                throw new ArgumentException(
                    $"An outline of {g.Outline} cannot be written; a file has a box, the ellipse inscribed in it, a polygon or an image.");
        }
    }

    private static void Listed(DocumentWriter text, string section, IReadOnlyList<Electrode> pads)
    {
        foreach (Electrode pad in pads)
        {
            text.Section($"[[{section}]]");
            text.Add(LayoutKeys.PadName, pad.Name);
            switch (pad.Shape)
            {
                case ShapeOutline { Parts: [ShapePart shape] }:
                    ShapeKeys.Write(text, shape.Form);
                    break;
                case DiskShape d:
                    text.Add(LayoutKeys.Pad, "disk");
                    text.Add(LayoutKeys.X, d.X);
                    text.Add(LayoutKeys.Y, d.Y);
                    text.Add(LayoutKeys.Radius, d.Radius);
                    break;
                case RectangleShape r:
                    text.Add(LayoutKeys.Pad, "rectangle");
                    text.Add(LayoutKeys.X, r.X);
                    text.Add(LayoutKeys.Y, r.Y);
                    text.Add(LayoutKeys.PadWidth, r.Width);
                    text.Add(LayoutKeys.PadHeight, r.Height);
                    break;
                case PolygonShape p:
                    text.Add(LayoutKeys.Pad, "polygon");
                    text.Add(LayoutKeys.Corners, [.. p.Corners]);
                    break;
                default:
                    throw new ArgumentException(
                        $"Electrode {pad.Name} of {pad.Shape} cannot be written; a file has disks, rectangles and polygons, or an image of "
                        + "all.");
            }
        }
    }

    // Pixels keep what they are; their colours are ours.
    private static void Drawn(DocumentWriter text, FilmParameters film, Dictionary<string, byte[]> images)
    {
        images[FilmImage] = Image(film, film.Electrodes);
        text.Section("[image]");
        text.Add(LayoutKeys.ImageFile, FilmImage);
        if (!film.Terminals.SequenceEqual(film.Electrodes) && film.Terminals[0].Shape is ImageShape)
        {
            images[GoldImage] = Image(film, film.Terminals);
            text.Add(LayoutKeys.GoldFile, GoldImage);
        }

        text.Add(LayoutKeys.Outside, Colour(OutsideColour));
        text.Add(LayoutKeys.Bare, Colour(BareColour));
        text.Add(LayoutKeys.Colours, [.. film.Electrodes.Select((_, k) => Colour(FirstElectrode + k))]);
    }

    private static byte[] Image(FilmParameters film, IReadOnlyList<Electrode> pads)
    {
        LabelledImage? image = (pads[0].Shape as ImageShape)?.Image;
        if (image is null || pads.Where((p, k) => p.Shape != new ImageShape(image, k, film.Geometry.Width, film.Geometry.Height)).Any())
        {
            throw new ArgumentException(
                "A film whose outline is an image has all its electrodes from an image, in their order; this one cannot be written.");
        }

        RgbImage pixels = new(image.Columns, image.Rows, new byte[3 * image.Columns * image.Rows]);
        for (int row = 0; row < image.Rows; row++)
        {
            for (int column = 0; column < image.Columns; column++)
            {
                int label = image[column, row];
                int rgb =
                    label switch { LabelledImage.Outside => OutsideColour, LabelledImage.Film => BareColour, _ => FirstElectrode + label };
                pixels[column, image.Rows - 1 - row] = new Rgb((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
            }
        }

        return Png.Bytes(pixels);
    }

    private static void Magnetism(DocumentWriter text, MagneticParameters m, bool hasInitial)
    {
        text.Section("[magnetism]");
        text.Add(PhysicsKeys.SaturationMagnetisation, m.SaturationMagnetisation);
        if (Stiffness(m) is double stiffness)
            text.Add(PhysicsKeys.ExchangeStiffness, stiffness);
        else
            text.Add(PhysicsKeys.ExchangeConstant, m.ExchangeConstant);

        text.Add(PhysicsKeys.HardAxisAnisotropy, m.HardAxisAnisotropy);
        text.Add(PhysicsKeys.GilbertDamping, m.GilbertDamping);
        text.Add(PhysicsKeys.GyromagneticRatio, m.GyromagneticRatio);
        text.Add(PhysicsKeys.Demagnetisation, m.Demagnetisation);
        if (!hasInitial)
            text.Add(PhysicsKeys.InitialState, m.InitialState);
        text.Add(PhysicsKeys.Seed, m.Seed);
        text.Add(PhysicsKeys.CoerciveField, m.CoerciveField);
        text.Add(PhysicsKeys.Temperature, m.Temperature);
        if (m.Grains is GrainParameters grains)
        {
            text.Add(PhysicsKeys.GrainAnisotropyField, grains.AnisotropyField);
            text.Add(PhysicsKeys.GrainSize, grains.Size);
            text.Add(PhysicsKeys.GrainSeed, grains.Seed);
        }

        // Left out as are the grains of a film without: a document made before there was this key is the same film's.
        if (m.Prepare != EquilibriumMethod.None)
            text.Add(PhysicsKeys.Prepare, m.Prepare);
    }

    // The stiffness A_ex that gives the constant 2A_ex/(µ0 Ms) to the last bit, where there is one: rounding can leave it out.
    private static double? Stiffness(MagneticParameters m)
    {
        double near = m.ExchangeStiffness;
        double above = Math.BitIncrement(near), below = Math.BitDecrement(near);
        foreach (double candidate in (double[])[near, above, below, Math.BitIncrement(above), Math.BitDecrement(below)])
        {
            if (MagneticParameters.ExchangeConstantOf(candidate, m.SaturationMagnetisation) == m.ExchangeConstant)
                return candidate;
        }

        return null;
    }

    private static void Transport(DocumentWriter text, TransportParameters t, bool oersted)
    {
        text.Section("[transport]");
        text.Add(PhysicsKeys.IsotropicConductivity, t.IsotropicConductivity);
        text.Add(PhysicsKeys.AmrRatio, t.AmrRatio);
        text.Add(PhysicsKeys.ContactResistance, t.ContactResistance);
        if (oersted)
            text.Add(PhysicsKeys.Oersted, oersted);
        text.Add(PhysicsKeys.SolverTolerance, t.SolverTolerance);
    }

    private static void Gold(DocumentWriter text, GoldParameters g)
    {
        text.Section("[gold]");
        text.Add(PhysicsKeys.GoldThickness, g.Thickness);
        text.Add(PhysicsKeys.GoldConductivity, g.Conductivity);
        text.Add(PhysicsKeys.InsulatorThickness, g.InsulatorThickness);
        text.Add(PhysicsKeys.LeadResistance, g.LeadResistance);
    }

    private static void Simulation(DocumentWriter text, PulseParameters s)
    {
        text.Section("[simulation]");
        text.Add(PhysicsKeys.RestTorque, s.RestTorque);
        text.Add(PhysicsKeys.LongestTime, s.LongestTime);
        text.Add(PhysicsKeys.RelaxationTime, s.RelaxationTime);
        text.Add(PhysicsKeys.Tilt, s.Tilt);
        text.Add(PhysicsKeys.ProgressInterval, s.ProgressInterval);
        text.Add(PhysicsKeys.StepError, s.StepError);
        if (s.AfterPulse != EquilibriumMethod.None)
            text.Add(PhysicsKeys.AfterPulse, s.AfterPulse);
    }

    private static string Colour(int rgb) => $"#{rgb:x6}";
}
