using MagHopfield.Film.Checking;
using MagHopfield.Film.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Film.Tests.Checking;

/// <summary>What a film file says, and what was probably meant.</summary>
public class FilmCheckTests
{
    public static TheoryData<string> Presets => [.. FilmParameters.Presets];

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_built_in_film_has_no_finding_whole_or_named(string preset)
    {
        Assert.Empty(Check(FilmParameters.PresetText(preset)));
        Assert.Empty(Check($"preset = \"{preset}\"\n"));
    }

    [Theory]
    [
        InlineData(
            "[film]\nwidth = 8e-6\nheight = 8e-6",
            3,
            "the electrodes reach from x = 0e0 to 5.5e-6 m, off the middle by 1.25e-6 m, as if made for another film"),
    ]
    [InlineData("[film]\nheight = 8e-6", 3, "film.height is 8E-06 m, but the electrodes reach from y = 0e0 to 5.5e-6 m")]
    [InlineData("[film]\nthickness = 55.8", 3, "film.thickness is 55.8 m: lengths are read in metres; write nanometres as in 55.8e-9")]
    [InlineData("[film]\nthickness = 55.8e-6", 3, "lengths are read in metres")]
    [InlineData("[film]\nthickness = 5e-12", 3, "less than an atom")]
    [InlineData("[film]\ncells_x = 400", 3, "give numbers in the ratio of width and height")]
    [InlineData("[gold]\nthickness = 100", 3, "gold.thickness is 100 m")]
    [InlineData("[gold]\ninsulator_thickness = 20", 3, "gold.insulator_thickness is 20 m")]
    [InlineData("[gold]\nconductivity = 41", 3, "gold.conductivity is 41 S/m, less than any metal has")]
    [InlineData("[gold]\nlead_resistance = 5e7", 3, "leaves next to no current")]
    [InlineData("[transport]\nisotropic_conductivity = 2e-7", 3, "looks like a resistivity in ohm·m; its conductivity would be 5e6 S/m")]
    [InlineData("[transport]\nisotropic_conductivity = 5e9", 3, "more than silver has")]
    [InlineData("[transport]\namr_ratio = 1.9", 3, "a share and not per cent")]
    [InlineData("[transport]\nsolver_tolerance = 0.5", 3, "solver_tolerance is 0.5")]
    [
        InlineData(
            "[magnetism]\nexchange_stiffness = 1.3e-11\nsaturation_magnetisation = 1.0",
            4,
            "looks like tesla or kA/m; in A/m µ0 Ms = 1 T would be 7.958e5"),
    ]
    [InlineData("[magnetism]\nexchange_stiffness = 13", 3, "usual values are near 1e-11")]
    [InlineData("[magnetism]\nhard_axis_anisotropy = 0.054", 3, "looks like tesla; in A/m 0.054 T would be 4.297e4")]
    [InlineData("[magnetism]\ncoercive_field = 0.001", 3, "looks like tesla")]
    [InlineData("[magnetism]\ngrain_anisotropy_field = 400\ngrain_size = 50", 4, "magnetism.grain_size is 50 m")]
    [InlineData("[magnetism]\ngyromagnetic_ratio = 1.76e11", 3, "looks like rad/(s·T)")]
    [InlineData("[magnetism]\ntemperature = 3000", 3, "above the Curie temperature")]
    [InlineData("[simulation]\nlongest_time = 250", 3, "times are read in seconds, write nanoseconds")]
    [InlineData("[simulation]\nrelaxation_time = 1e-12", 3, "too short for a moment to turn")]
    [
        InlineData(
            "[simulation]\nafter_pulse = \"relax\"\nrelaxation_time = 1e-9",
            4,
            "after_pulse = \"relax\" takes no time; remove one of them"),
    ]
    [InlineData("[simulation]\nrest_torque = 4e5", 3, "over a tenth of Ms")]
    [InlineData("[simulation]\nstep_error = 0.5", 3, "an angle of 0.5 rad in every step")]
    public void A_mistake_is_found_at_its_line(string lines, int line, string part) =>
        Assert.Contains(
            Check("preset = \"niu2024\"\n" + lines + "\n"),
            f => f.Severity == Severity.Warning && f.Line == line && f.Message.Contains(part));

    [Theory]
    [
        InlineData(
            "[magnetism]\nprepare = \"relax\"\ncoercive_field = 50.0",
            "3): magnetism.prepare = \"relax\" goes down to where no torque is left, but a coercive_field of 50 A/m holds moments before "
            + "that; write prepare = \"none\", or set coercive_field and temperature to 0."),
    ]
    [
        InlineData(
            "[magnetism]\ntemperature = 300.0\n[simulation]\nafter_pulse = \"minimise\"",
            "5): simulation.after_pulse = \"minimise\" goes down to where nothing moves, but at a temperature of 300 K noise moves all; "
            + "write after_pulse = \"time\", or set coercive_field and temperature to 0."),
    ]
    public void The_way_to_an_equilibrium_that_there_is_none_of_is_refused_in_one_line(string lines, string message) =>
        Assert.Equal(
            "film.toml(" + message, Assert.Throws<ProblemFileException>(() => Check("preset = \"niu2024\"\n" + lines + "\n")).Message);

    [Fact]
    public void A_film_that_is_brought_to_an_equilibrium_has_no_finding_and_no_time_of_the_preset()
    {
        const string text = "preset = \"niu2024\"\n[magnetism]\nprepare = \"minimise\"\n[simulation]\nafter_pulse = \"relax\"\n";
        Assert.Empty(Check(text));
        FilmParameters film = FilmParameters.Read(TomlFile.Parse(text, "film.toml"));
        Assert.Equal(EquilibriumMethod.Minimise, film.Magnetism.Prepare);
        Assert.Equal(EquilibriumMethod.Relax, film.Simulation.AfterPulse);
        Assert.Equal(0, film.Simulation.RelaxationTime);
    }

    // The way of the README: a preset printed, and one number of it changed.
    [Fact]
    public void A_printed_preset_made_wider_keeps_its_electrodes_and_is_told()
    {
        string text = FilmParameters.PresetText("niu2024").Replace("width = 5e-6 ", "width = 8e-6 ").Replace(
            "height = 5e-6 ", "height = 8e-6 ");
        Assert.Equal(2, Check(text).Count(f => f.Message.Contains("as if made for another film")));
    }

    [Fact]
    public void Electrodes_of_the_preset_that_lie_outside_a_smaller_film_are_refused()
    {
        string message = Assert.Throws<ProblemFileException>(
            () => Check("preset = \"niu2024\"\n[film]\nwidth = 3e-6\nheight = 3e-6\n")).Message;
        Assert.Equal(
            "film.toml(2): electrode 1 of the preset lies outside this film of 3E-06 m × 3E-06 m; add [[electrode]] sections that fit it, "
            + "or an [array].",
            message);
    }

    [Fact]
    public void An_array_in_the_middle_of_its_film_and_pads_moved_with_the_film_have_no_finding()
    {
        Assert.Empty(Check("preset = \"niu2024\"\n[array]\nrows = 3\ncolumns = 4\npitch = 1e-6\npadding = 0.6e-6\npad_size = 0.4e-6\n"));
        Assert.Empty(Check(FilmParameters.PresetText("niu2024").Replace("5e-6", "8e-6")));
    }

    [Theory]
    [
        InlineData(
            "exchange_constant = 2.5863e-11",
            "is the older key and goes on working; the same in J/m is exchange_stiffness = 1.3000161727966854E-11"),
    ]
    [InlineData("saturation_magnetisation = 4e5", "so that the exchange stiffness is 6.50008e-12 J/m; write exchange_stiffness to give it")]
    public void An_older_way_to_write_exchange_is_a_note(string line, string part)
    {
        Finding finding = Assert.Single(Check($"preset = \"niu2024\"\n[magnetism]\n{line}\n"));
        Assert.Equal((Severity.Note, 3), (finding.Severity, finding.Line));
        Assert.Contains(part, finding.Message);
    }

    private static IReadOnlyList<Finding> Check(string text)
    {
        TomlSection root = TomlFile.Parse(text, "film.toml");
        return FilmCheck.Of(root, FilmParameters.Read(root));
    }
}
