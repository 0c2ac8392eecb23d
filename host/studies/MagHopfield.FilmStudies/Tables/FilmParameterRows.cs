using System.Globalization;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Shapes;

namespace MagHopfield.FilmStudies.Tables;

/// <summary>Every parameter of a film as text, by the keys of film files.</summary>
public static class FilmParameterRows
{
    /// <summary>The parameters in the order of the reference page of film files.</summary>
    public static IReadOnlyList<FilmParameterRow> Of(FilmParameters film)
    {
        FilmGeometry g = film.Geometry;
        MagneticParameters m = film.Magnetism;
        return
        [
            new("film", "width", Number(g.Width)),
            new("film", "height", Number(g.Height)),
            new("film", "thickness", Number(g.Thickness)),
            new("film", "cells_x", Whole(g.CellsX)),
            new("film", "cells_y", Whole(g.CellsY)),
            new("film", "cell", $"{Number(g.CellX)} × {Number(g.CellY)}", "Extent of a cell along x and y."),
            new(
                "film",
                "shape",
                g.Outline is null ? "rectangle: the whole box" : Shape(g.Outline),
                "Outline within the box; lengths in m."),
            .. Pads("electrode", film.Electrodes, "Electrode of the film; lengths in m."),
            .. film.Gold is null ? []
                : film.Terminals.SequenceEqual(film.Electrodes)
                ? [new FilmParameterRow("gold.terminal", "all", "where the electrodes of the film lie", "Terminals of the gold.")]
                : Pads("gold.terminal", film.Terminals, "Terminal of the gold; lengths in m."),
            new("magnetism", "saturation_magnetisation", Number(m.SaturationMagnetisation)),
            new("magnetism", "exchange_stiffness", Number(m.ExchangeStiffness)),
            new("magnetism", "exchange_constant", Number(m.ExchangeConstant), "2A_ex/(µ0 Ms), the same in the field units of Niu 2024."),
            new("magnetism", "hard_axis_anisotropy", Number(m.HardAxisAnisotropy)),
            new("magnetism", "gilbert_damping", Number(m.GilbertDamping)),
            new("magnetism", "gyromagnetic_ratio", Number(m.GyromagneticRatio)),
            new("magnetism", "demagnetisation", m.Demagnetisation ? "yes" : "no"),
            new("magnetism", "initial_state", Name(m.InitialState)),
            new("magnetism", "seed", Whole(m.Seed)),
            new("magnetism", "coercive_field", Number(m.CoerciveField)),
            new("magnetism", "temperature", Number(m.Temperature)),
            new("magnetism", "grain_anisotropy_field", m.Grains is null ? "no grains" : Number(m.Grains.AnisotropyField)),
            .. m.Grains is null ? Array.Empty<FilmParameterRow>()
                : [new("magnetism", "grain_size", Number(m.Grains.Size)), new("magnetism", "grain_seed", Whole(m.Grains.Seed))],
            new("magnetism", "prepare", Name(m.Prepare, "none"), "The same key may stand in [simulation]."),
            .. Parts(film.PartsText),
            new("transport", "isotropic_conductivity", Number(film.Transport.IsotropicConductivity)),
            new("transport", "amr_ratio", Number(film.Transport.AmrRatio)),
            new("transport", "contact_resistance", Number(film.Transport.ContactResistance)),
            new("transport", "oersted", film.HasOersted ? "yes" : "no"),
            new("transport", "solver_tolerance", Number(film.Transport.SolverTolerance)),
            .. film.Gold is not GoldParameters gold
                ? [new("gold", "", "none", "The film's own current re-writes it.")]
                : (FilmParameterRow[])
                [
                    new("gold", "thickness", Number(gold.Thickness)),
                    new("gold", "conductivity", Number(gold.Conductivity)),
                    new("gold", "insulator_thickness", Number(gold.InsulatorThickness)),
                    new("gold", "lead_resistance", Number(gold.LeadResistance)),
                ],
            new("simulation", "rest_torque", Number(film.Simulation.RestTorque)),
            new("simulation", "longest_time", Number(film.Simulation.LongestTime)),
            new("simulation", "relaxation_time", Number(film.Simulation.RelaxationTime)),
            new("simulation", "tilt", Number(film.Simulation.Tilt)),
            new("simulation", "progress_interval", Number(film.Simulation.ProgressInterval)),
            new("simulation", "step_error", Number(film.Simulation.StepError)),
            new("simulation", "after_pulse", Name(film.Simulation.AfterPulse, "time")),
        ];
    }

    // Each key of the text of regions and terms, at its section.
    private static IEnumerable<FilmParameterRow> Parts(string? text)
    {
        string section = "";
        foreach (string line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '[')
            {
                section = line.Trim('[', ']');
                continue;
            }

            string[] parts = line.Split(" = ", 2);
            if (section != "magnetism" || parts[0] != "exchange_stiffness")
                yield return new(section, parts[0], parts[1]);
        }
    }

    /// <summary>A number of up to six digits; small and large ones with a power of ten.</summary>
    public static string Number(double value)
    {
        if (value == 0 || Math.Abs(value) is >= 1e-3 and < 1e6)
            return ReportText.Number(value, "0.######");

        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-12);
        return $"{ReportText.Number(value / Math.Pow(10, exponent), "0.#####")}·10{Raised(exponent)}";
    }

    private static string Raised(int exponent) =>
        string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<FilmParameterRow> Pads(string section, IReadOnlyList<Electrode> pads, string meaning) =>
        pads.Select(p => new FilmParameterRow(section, p.Name, Shape(p.Shape), meaning));

    private static string Shape(PlaneShape shape) => shape switch
    {
        DiskShape d => $"disk, centre {Point(d.X, d.Y)}, radius {Number(d.Radius)}",
        EllipseShape e => $"ellipse, centre {Point(e.X, e.Y)}, half axes {Number(e.RadiusX)} and {Number(e.RadiusY)}",
        RectangleShape r => $"rectangle, centre {Point(r.X, r.Y)}, {Number(r.Width)} × {Number(r.Height)}",
        PolygonShape p => "polygon, corners " + string.Join(", ", p.Corners.Select(c => Point(c.X, c.Y))),
        ShapeOutline s => string.Join(
            ", ", s.Text.Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal))) + ", from the middle of the film",
        ImageShape i =>
            $"{string.Join(", ", i.Colours.Select(ColourImage.Text))} of an image of {i.Image.Columns} × {i.Image.Rows} "
            + "pixels, within "
            + $"{Point(i.Bounds.Left, i.Bounds.Bottom)} to {Point(i.Bounds.Right, i.Bounds.Top)}",
        _ => throw new ArgumentException($"A report has no words for a {shape.GetType().Name}.", nameof(shape)),
    };

    private static string Point(double x, double y) => $"({Number(x)}, {Number(y)})";

    private static string Name(EquilibriumMethod method, string none) => method switch
    {
        EquilibriumMethod.Relax => "relax",
        EquilibriumMethod.Minimise => "minimise",
        _ => none,
    };

    private static string Name(InitialState state) => state switch
    {
        InitialState.Random => "random",
        InitialState.AlongX => "along x",
        InitialState.AlongY => "along y",
        InitialState.OutOfPlane => "out of plane",
        _ => throw new ArgumentException($"A report has no words for the initial state {state}.", nameof(state)),
    };
}
