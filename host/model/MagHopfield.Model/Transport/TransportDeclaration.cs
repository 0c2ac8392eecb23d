using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Files;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Problems;
using MagHopfield.Model.Shapes;

namespace MagHopfield.Model.Transport;

/// <summary>Declares <see cref="TransportTerm"/>.</summary>
internal sealed class TransportDeclaration : TermDeclaration
{
    public static readonly Key<string> ElectrodeName = Key.Text(
        "name", "Name of letters and digits, as columns of the table and [[drive]] have it.");

    public static readonly Key<string> Model = Key.Choice(
        "model",
        "How the conductivity depends on m.",
        [.. MagnetoresistanceDeclaration.All.Select(model => (model.Name, model.Name))],
        "amr");

    public static readonly Key<double> Contact = Key.Number(
        "contact_resistance", "Ω", "Resistance in series with each electrode.", minimum: 0, fallback: 0);

    public static readonly Key<bool> Oersted = Key.Flag(
        "oersted", "Whether the Oersted field of the current acts on m, at the mid-plane of the film; leads have none.", false);

    public static readonly Key<double> Tolerance = Key.Positive(
        "solver_tolerance",
        "1",
        "Relative error of a potential in the energy norm; that of G is its square.",
        FilmCurrent<double>.DefaultTolerance);

    public static readonly Key<string> DrivenElectrode = Key.Text("electrode", "Name of the electrode.");
    public static readonly Key<double> Voltage = Key.Number(
        "voltage", "V", "Voltage of the electrode, with a waveform that of s = 1.").Without("this or current");

    public static readonly Key<double> Current = Key.Number(
        "current", "A", "Current into the film at the electrode, instead of `voltage`.").Without("this or voltage");

    private static readonly KeyDeclaration[] DriveKeys = [DrivenElectrode, Voltage, Current, WaveformKeys.Form, .. WaveformKeys.Course];

    public override int Order => 650;

    public override bool IsOfFilms => false;

    public override IReadOnlyList<SectionDeclaration> CurrentSections => [Sections[^1]];

    public override SectionDeclaration? OfStage { get; } = new(
        "stage.drive",
        true,
        "Written after a [[stage]] of kind run, it replaces the [[drive]] of the same electrode during that stage, with t from the start "
        + "of the stage. It has the same keys, and gives a voltage where that gives one, a current where that does: an electrode that is "
        + "open at first has a [[drive]] with current = 0.",
        DriveKeys);

    public override IReadOnlyList<SectionDeclaration> Sections { get; } =
    [
        new(
            "electrode",
            true,
            "An electrode: an equipotential patch on a film of one layer of cells. At least two make the table's columns `R_a_b` "
            + "(resistance in Ω "
            + "between two, others open), `G_a_b` (element of the conductance matrix in S, I = G V), `V_a` and `I_a` (voltage in V, "
            + "current into the film in A) "
            + "possible, a and b their names.",
            [ElectrodeName, .. ShapeKeys.All]),
        new(
            "transport",
            false,
            string.Join(
                "\n\n",
                [
                    "The film as a conductor between the electrodes, ∇·(Σ[m]∇φ) = 0. Required with [[electrode]]. The conductivity is that "
                    + "of m at the start "
                    + "of each step and held within it, which makes motion by the current of first order in the step; in time the current "
                    + "follows its "
                    + "drives exactly. Relaxing stages have no current.",
                    .. MagnetoresistanceDeclaration.All.Select(model => model.Purpose),
                ]),
            [Model, .. MagnetoresistanceDeclaration.All.SelectMany(model => model.Keys), Contact, Oersted, Tolerance]),
        new(
            "drive",
            true,
            "What holds an electrode during stages of kind run: a voltage, or a current into the film, constant or value · s(t) with t the "
            + "simulated "
            + "time; steps end at the corners of s. Electrodes without one are open. Of at least one the voltage is given: 0 V is ground. "
            + "The current feeds [current] and [spin_orbit] "
            + "where these have no density of their own, and its Oersted field; it stays in the plane, so that it cannot feed "
            + "[slonczewski]. `current_factor` of a stage scales it.",
            DriveKeys),
    ];

    public override IReadOnlyList<TermEnergy> Energies =>
        [new("oersted", "oersted", "energy in the Oersted field of the film's current", 50)];

    public override IEnumerable<Term> Read(TermReading file)
    {
        ArgumentNullException.ThrowIfNull(file);
        IReadOnlyList<TomlSection> electrodes = file.Root.Sections("electrode"), drives = file.Root.Sections("drive");
        if (file.Root.OptionalSection("transport") is not TomlSection section)
        {
            return electrodes.Concat(drives).FirstOrDefault() is TomlSection first
                ? throw first.Error("there is no [transport], so nothing conducts; add one with isotropic_conductivity in S/m")
                : [];
        }

        if (electrodes.Count < 2)
            throw section.Error($"there are {electrodes.Count} [[electrode]], and a current needs two at least; add them");
        if (file.Mesh.Nz != 1)
            throw section.Error(
                $"the mesh has {file.Mesh.Nz} layers, and a current in the plane is solved in one; write cells = [nx, ny, 1]");
        if (file.Mesh.PeriodicX || file.Mesh.PeriodicY)
            throw section.Error("the mesh repeats, and a current is solved in a film that ends; remove periodic of [mesh]");
        (double width, double height) = MeshSection.Extent(file.Root.Section("mesh"), file.Mesh);
        Electrode[] read =
        [
            .. electrodes.Select(s => new Electrode(
                file.IsOfFilm ? ElectrodeName.Read(s) : Named(s),
                ShapeOutline.Of(ShapeKeys.Read(s, file.Files, file.Mesh), width, height))),
        ];

        // A film has neither drives nor columns that name them.
        for (int i = 0; i < read.Length && !file.IsOfFilm; i++)
        {
            if (read.Take(i).Any(earlier => earlier.Name == read[i].Name))
                throw electrodes[i].Error(ElectrodeName.Name, $"is \"{read[i].Name}\" again; give each electrode a name of its own");
        }

        string model = Model.Read(section);
        return
        [
            new TransportTerm(
                read,
                MagnetoresistanceDeclaration.All.Single(declaration => declaration.Name == model).Read(section),
                Contact.Read(section),
                Oersted.Read(section),
                Drives(drives, [.. read.Select(electrode => electrode.Name)], file.Files))
            { Line = section.Line, SolverTolerance = Tolerance.Read(section) },
        ];
    }

    /// <summary>Whether a current is solved between electrodes: a [[drive]] sends it, or pulses do in a film without gold.</summary>
    /// <param name="file">The file.</param>
    public static bool HasSolvedCurrent(TermReading file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.IsOfFilm ? !file.Root.Has("gold") : file.Root.Sections("drive").Count > 0;
    }

    public override Term? ReadOfStage(TomlSection stage, TermReading file)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(file);
        IReadOnlyList<TomlSection> own = stage.Sections("drive"), drives = file.Root.Sections("drive");
        if (own.Count == 0)
            return null;
        if (StageSection.Kind.Read(stage) != StageKind.Run)
            throw own[0].Error("stands below a stage that has no current; remove it, or make the stage one of kind = \"run\"");
        if (drives.Count == 0)
            throw own[0].Error("replaces a [[drive]], and there is none; add [[drive]] for this electrode before the stages");
        List<DriveParameters> read = Each(own, [.. drives.Select(DrivenElectrode.Read)], "[[drive]] at the top is of", file.Files);
        foreach ((DriveParameters drive, TomlSection section) in read.Zip(own))
        {
            TomlSection replaced = drives.First(top => DrivenElectrode.Read(top) == drive.Electrode);
            if (replaced.Has(Voltage.Name) != drive.IsVoltage)
            {
                (string given, string other) = drive.IsVoltage ? (Voltage.Name, Current.Name) : (Current.Name, Voltage.Name);
                throw section.Error(
                    given, $"is given, but the [[drive]] of \"{drive.Electrode}\" gives a {other}, and a stage keeps that; write {other}");
            }
        }

        return new StageDriveTerm(read) { Line = stage.Line };
    }

    private static string Named(TomlSection section)
    {
        string name = ElectrodeName.Read(section);
        return name.Length > 0 && name.All(char.IsAsciiLetterOrDigit)
            ? name
            : throw section.Error(
                ElectrodeName.Name, $"is \"{name}\"; columns of the table have it in their names, so write letters and digits only");
    }

    private static List<DriveParameters> Drives(IReadOnlyList<TomlSection> sections, string[] electrodes, InputFiles files)
    {
        List<DriveParameters> drives = Each(sections, electrodes, "[[electrode]] has", files);
        return drives.Count == 0 || drives.Any(drive => drive.IsVoltage)
            ? drives
            : throw sections[0].Error(
                "all electrodes have currents, and none a voltage to refer to; add [[drive]] with voltage = 0 for one, the ground");
    }

    private static List<DriveParameters> Each(
        IReadOnlyList<TomlSection> sections, string[] electrodes, string whatHasNone, InputFiles files)
    {
        List<DriveParameters> drives = [];
        foreach (TomlSection section in sections)
        {
            string electrode = DrivenElectrode.Read(section);
            if (!electrodes.Contains(electrode))
            {
                string hint = NearestName.To(electrode, electrodes) is string near ? $"did you mean \"{near}\"? " : "";
                throw section.Error(
                    DrivenElectrode.Name, $"is \"{electrode}\", but no {whatHasNone} this name; {hint}write the name of one");
            }

            if (drives.Any(drive => drive.Electrode == electrode))
                throw section.Error(
                    DrivenElectrode.Name, $"is \"{electrode}\" again; one [[drive]] holds an electrode, so remove the other");
            bool voltage = section.Has(Voltage.Name);
            if (voltage == section.Has(Current.Name))
                throw section.Error($"there {(voltage ? "are both" : "is neither")} {Voltage.Name} and {Current.Name}; write one of them");
            double value = (voltage ? Voltage : Current).Read(section);
            WaveformKind form = WaveformKeys.Form.Read(section);
            DriveField course = form == WaveformKind.Constant
                ? new((value, 0, 0), default, form)
                : WaveformKeys.Read(section, files, new(default, (value, 0, 0), form));
            drives.Add(new(electrode, voltage, course));
        }

        return drives;
    }
}
