using MagHopfield.Film.Transport;
using MagHopfield.Toml;

namespace MagHopfield.Film.Parameters;

/// <summary>Reads and checks the sections of a film file.</summary>
internal static class FilmParametersReader
{
    private static readonly string[] Shapes = ["rectangle", "disk"];
    private static readonly string[] States = ["random", "along-x", "along-y", "out-of-plane"];

    public static FilmParameters Read(TomlSection root)
    {
        FilmParameters? preset = root.Has("preset") ? FilmParameters.Preset(root.Choice("preset", FilmParameters.Presets)) : null;
        FilmGeometry geometry = Read(root, "film", preset?.Geometry, Geometry);
        IReadOnlyList<Electrode> electrodes = Electrodes(root, root.Sections("electrode"), geometry, "electrode") ?? preset?.Electrodes
            ?? throw root.Error("the film has no electrodes; add at least two [[electrode]] sections with name, shape, x, y");
        TomlSection? gold = root.OptionalSection("gold");
        IReadOnlyList<Electrode> terminals = (gold is null ? null : Electrodes(root, gold.Sections("terminal"), geometry, "terminal")) ?? electrodes;
        if (terminals.Count != electrodes.Count)
        {
            throw gold!.Error($"the gold layer has {terminals.Count} terminals and the film {electrodes.Count} electrodes; give as many of both");
        }

        MagneticParameters magnetism = Read(root, "magnetism", preset?.Magnetism, Magnetism);
        return new FilmParameters(
            root.Text("name", preset?.Name ?? "film"),
            geometry,
            electrodes,
            terminals,
            magnetism,
            Read(root, "transport", preset?.Transport, Transport),
            Read(root, "gold", preset?.Gold, Gold),
            Read(root, "simulation", preset?.Simulation, Simulation));
    }

    private static T Read<T>(TomlSection root, string name, T? preset, Func<TomlSection, T?, T> read)
        where T : class
    {
        if (root.OptionalSection(name) is TomlSection section)
        {
            return read(section, preset);
        }

        return preset ?? throw root.Error($"section [{name}] is missing; add it, or take the rest from a film with preset = \"niu2024\"");
    }

    private static FilmGeometry Geometry(TomlSection s, FilmGeometry? p) => new(
        s.Positive("width", "m", p?.Width),
        s.Positive("height", "m", p?.Height),
        s.Positive("thickness", "m", p?.Thickness),
        s.Integer("cells_x", 2, 10_000, p?.CellsX),
        s.Integer("cells_y", 2, 10_000, p?.CellsY),
        s.Choice("shape", Shapes, p is null ? "rectangle" : Shapes[(int)p.Shape]) == "disk" ? FilmShape.Disk : FilmShape.Rectangle);

    private static MagneticParameters Magnetism(TomlSection s, MagneticParameters? p) => new(
        s.Positive("saturation_magnetisation", "A/m", p?.SaturationMagnetisation),
        s.Positive("exchange_constant", "A·m", p?.ExchangeConstant),
        s.Number("hard_axis_anisotropy", "A/m", fallback: p?.HardAxisAnisotropy),
        s.Number("gilbert_damping", "1", 0, 10, p?.GilbertDamping, exclusiveMinimum: true),
        s.Positive("gyromagnetic_ratio", "m/(A·s)", p?.GyromagneticRatio ?? 2.21e5),
        s.Flag("demagnetisation", p?.Demagnetisation),
        (InitialState)Array.IndexOf(States, s.Choice("initial_state", States, States[(int)(p?.InitialState ?? InitialState.Random)])),
        s.Integer("seed", 0, int.MaxValue, p?.Seed ?? 1),
        s.Number("coercive_field", "A/m", 0, fallback: p?.CoerciveField ?? 0));

    // Beyond ±2 one of the two resistivities would be negative.
    private static TransportParameters Transport(TomlSection s, TransportParameters? p)
    {
        double ratio = s.Number("amr_ratio", "1", fallback: p?.AmrRatio);
        if (!(Math.Abs(ratio) < 2))
        {
            throw s.Error("amr_ratio", $"is {ratio}; a = 2(ρ∥ − ρ⊥)/(ρ∥ + ρ⊥) lies between -2 and 2, in permalloy between 0.01 and 0.08");
        }

        return new TransportParameters(
            s.Positive("isotropic_conductivity", "S/m", p?.IsotropicConductivity),
            ratio,
            s.Number("contact_resistance", "ohm", 0, fallback: p?.ContactResistance ?? 0),
            s.Positive("solver_tolerance", "1", p?.SolverTolerance ?? 1e-9));
    }

    private static GoldParameters Gold(TomlSection s, GoldParameters? p) => new(
        s.Positive("thickness", "m", p?.Thickness),
        s.Positive("conductivity", "S/m", p?.Conductivity),
        s.Number("insulator_thickness", "m", 0, fallback: p?.InsulatorThickness),
        s.Number("lead_resistance", "ohm", 0, fallback: p?.LeadResistance));

    private static PulseParameters Simulation(TomlSection s, PulseParameters? p) => new(
        s.Positive("rest_torque", "A/m", p?.RestTorque),
        s.Positive("longest_time", "s", p?.LongestTime),
        s.Number("relaxation_time", "s", 0, fallback: p?.RelaxationTime),
        s.Number("tilt", "rad", 0, 0.5, p?.Tilt ?? PulseParameters.ThermalTilt),
        s.Positive("progress_interval", "s", p?.ProgressInterval ?? 1e-9),
        s.Positive("step_error", "1", p?.StepError ?? 1e-5));

    private static List<Electrode>? Electrodes(TomlSection root, IReadOnlyList<TomlSection> sections, FilmGeometry geometry, string kind)
    {
        if (sections.Count == 0)
        {
            return null;
        }

        List<Electrode> electrodes = [];
        foreach (TomlSection s in sections)
        {
            string name = s.Text("name", (electrodes.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            double x = s.Number("x", "m");
            double y = s.Number("y", "m");
            ElectrodeShape shape = s.Choice("shape", Shapes, "disk") == "disk"
                ? new DiskElectrode(x, y, s.Positive("radius", "m"))
                : new RectangleElectrode(x, y, s.Positive("width", "m"), s.Positive("height", "m"));
            Check(s, kind, name, shape, geometry);
            electrodes.Add(new Electrode(name, shape));
        }

        if (electrodes.Count < 2)
        {
            throw sections[0].Error($"the film has one {kind}; add at least a second [[{sections[0].Path}]]");
        }

        try
        {
            _ = new ConductorGrid(geometry, electrodes);
        }
        catch (ArgumentException e)
        {
            throw sections[0].Error(e.Message.TrimEnd('.'));
        }

        return electrodes;
    }

    private static void Check(TomlSection s, string kind, string name, ElectrodeShape shape, FilmGeometry geometry)
    {
        bool touches = false;
        for (int iy = 0; iy <= geometry.CellsY && !touches; iy++)
        {
            for (int ix = 0; ix <= geometry.CellsX && !touches; ix++)
            {
                double x = ix * geometry.CellX;
                double y = iy * geometry.CellY;
                touches = geometry.Contains(x, y) && shape.Contains(x, y, geometry.CellX);
            }
        }

        if (!touches)
        {
            throw s.Error($"{kind} {name} lies outside the film; give x from 0 to {geometry.Width} m and y from 0 to {geometry.Height} m");
        }

        double cell = Math.Max(geometry.CellX, geometry.CellY);
        if (shape is DiskElectrode && shape.SmallestExtent < cell)
        {
            throw s.Error($"{kind} {name} is {shape.SmallestExtent} m across, less than a cell of {cell} m; make it larger or use more cells");
        }
    }
}
