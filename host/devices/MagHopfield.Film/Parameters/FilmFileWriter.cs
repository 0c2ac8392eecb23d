using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Files;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Shapes;
using MagHopfield.Model.Terms;
using MagHopfield.Model.Transport;

namespace MagHopfield.Film.Parameters;

/// <summary>
/// Writes a film as the problem document of its magnet, with [gold] and [simulation] besides: every key that decides the film, no preset,
/// numbers that read back to the same bits.
/// </summary>
internal static class FilmFileWriter
{
    public static FilmDocument Write(FilmParameters film)
    {
        Dictionary<string, byte[]> named = [];
        Dictionary<string, string> names = [];

        // The pictures as they were read, whatever has become of their files.
        Dictionary<string, ColourImage> pictures = film.Electrodes.Concat(film.Terminals).Select(pad => pad.Shape).Append(
            film.Geometry.Outline)
            .OfType<ImageShape>().Select(shape => shape.Image).DistinctBy(image => image.Path).ToDictionary(image => image.Path);
        DocumentWriter text = new(NameOf);
        text.Add(RootSection.Title, film.Name);
        MeshSection.Write(text, film.Geometry);
        if (film.Geometry.Outline is PlaneShape outline)
            GeometrySection.Write(text, outline);
        MagneticParameters m = film.Magnetism;
        MagnetParts parts = film.Parts with
        {
            Terms = [.. FilmMagnet.Terms(film).Select(term => term is ExchangeTerm exchange ? Exact(exchange, m) : term)],
        };
        parts.WriteRegions(text);
        MaterialSection.Write(text, new(m.SaturationMagnetisation, null, m.GilbertDamping, m.GyromagneticRatio));
        parts.WriteMaterial(text);
        parts.WriteTerms(text);
        InitialSection.Write(text, FilmMagnet.Initial(film));
        new TransportTerm(
            film.Electrodes,
            new AnisotropicModel(film.Transport.IsotropicConductivity, film.Transport.AmrRatio),
            film.Transport.ContactResistance,
            film.HasOersted,
            [])
        { SolverTolerance = film.Transport.SolverTolerance }.Write(text);
        if (film.Gold is GoldParameters gold)
            Gold(text, gold, film.Terminals.SequenceEqual(film.Electrodes) ? [] : film.Terminals);
        Simulation(text, film.Simulation, m.Prepare);
        return new FilmDocument(text.ToString(), named);

        string NameOf(string path)
        {
            if (names.TryGetValue(path, out string? known))
                return known;
            string name = Path.GetFileName(path);
            for (int i = 2; named.ContainsKey(name) || name == FilmDocument.FileName; i++)
                name = $"{i}-{Path.GetFileName(path)}";
            named[name] = pictures.TryGetValue(path, out ColourImage? picture) ? picture.Bytes() : File.ReadAllBytes(path);
            return names[path] = name;
        }
    }

    // Films have 2A_ex/(µ0 Ms). The stiffness A_ex that gives it to the last bit is written, where there is one: rounding can leave it out.
    private static ExchangeTerm Exact(ExchangeTerm term, MagneticParameters m)
    {
        double near = m.ExchangeStiffness, above = Math.BitIncrement(near), below = Math.BitDecrement(near);
        foreach (double candidate in (double[])[near, above, below, Math.BitIncrement(above), Math.BitDecrement(below)])
        {
            if (MagneticParameters.ExchangeConstantOf(candidate, m.SaturationMagnetisation) == m.ExchangeConstant)
                return new(term.Stiffness with { Body = candidate });
        }

        return term with { Constant = m.ExchangeConstant };
    }

    private static void Gold(DocumentWriter text, GoldParameters g, IReadOnlyList<Electrode> terminals)
    {
        text.Section("[gold]");
        text.Add(PhysicsKeys.GoldThickness, g.Thickness);
        text.Add(PhysicsKeys.GoldConductivity, g.Conductivity);
        text.Add(PhysicsKeys.InsulatorThickness, g.InsulatorThickness);
        text.Add(PhysicsKeys.LeadResistance, g.LeadResistance);
        foreach (Electrode terminal in terminals)
        {
            text.Section("[[gold.terminal]]");
            text.Add(LayoutKeys.PadName, terminal.Name);
            CornerShapes.Write(text, terminal.Shape);
        }
    }

    private static void Simulation(DocumentWriter text, PulseParameters s, EquilibriumMethod prepare)
    {
        text.Section("[simulation]");
        if (prepare != EquilibriumMethod.None)
            text.Add(PhysicsKeys.Prepare, prepare);
        text.Add(PhysicsKeys.RestTorque, s.RestTorque);
        text.Add(PhysicsKeys.LongestTime, s.LongestTime);
        text.Add(PhysicsKeys.RelaxationTime, s.RelaxationTime);
        text.Add(PhysicsKeys.Tilt, s.Tilt);
        text.Add(PhysicsKeys.ProgressInterval, s.ProgressInterval);
        text.Add(PhysicsKeys.StepError, s.StepError);
        if (s.AfterPulse != EquilibriumMethod.None)
            text.Add(PhysicsKeys.AfterPulse, s.AfterPulse);
    }
}
