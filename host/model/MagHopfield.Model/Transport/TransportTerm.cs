using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Shapes;

namespace MagHopfield.Model.Transport;

/// <summary>What holds an electrode.</summary>
/// <param name="Electrode">Name of the electrode.</param>
/// <param name="IsVoltage">Whether its voltage is given; otherwise the current into the film.</param>
/// <param name="Course">Its course in time; the x components are volts or amperes.</param>
public sealed record DriveParameters(string Electrode, bool IsVoltage, DriveField Course)
{
    internal void Write(DocumentWriter text)
    {
        text.Add(TransportDeclaration.DrivenElectrode, Electrode);
        double value = Course.Waveform == WaveformKind.Constant ? Course.Constant.X : Course.Amplitude.X;
        text.Add(IsVoltage ? TransportDeclaration.Voltage : TransportDeclaration.Current, value);
        text.Add(WaveformKeys.Form, Course.Waveform);
        WaveformKeys.Write(text, Course);
    }
}

/// <summary>Electrodes on the film, the current that they drive through it, and its Oersted field.</summary>
/// <param name="Electrodes">The electrodes.</param>
/// <param name="Model">How the conductivity depends on m.</param>
/// <param name="ContactResistance">Resistance in series with each electrode in ohms.</param>
/// <param name="HasOersted">Whether the Oersted field acts on m.</param>
/// <param name="Drives">What holds the electrodes.</param>
public sealed record TransportTerm(
    IReadOnlyList<Electrode> Electrodes,
    Magnetoresistance Model,
    double ContactResistance,
    bool HasOersted,
    IReadOnlyList<DriveParameters> Drives) : Term
{
    /// <summary>Relative error of a potential in the energy norm, of the solver.</summary>
    public double SolverTolerance { get; init; } = FilmCurrent<double>.DefaultTolerance;

    /// <inheritdoc/>
    public override bool HasCurrent => Drives.Count > 0;

    /// <summary>The courses of the drives in a stage, in the order of the drives, against the time of the run.</summary>
    /// <param name="own">What the stage has of its own.</param>
    /// <param name="start">Time of the run at the start of the stage in seconds.</param>
    internal IReadOnlyList<FieldClock> Clocks(IReadOnlyList<Term> own, double start) =>
        [.. DrivesIn(own).Zip(Drives, (now, file) => new FieldClock(now.Course, ReferenceEquals(now, file) ? 0 : start))];

    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope)
    {
        FieldClock[] clocks = [.. Clocks([], 0)];
        ElectrodeSource[] sources =
        [
            .. Drives.Select((drive, i) => new ElectrodeSource(IndexOf(drive.Electrode), drive.IsVoltage, At(clocks, i))),
        ];
        FilmCurrent<T> current = Current<T>(scope.Body, sources, HasOersted);
        FilmCurrent<T> meter = Current<T>(scope.Body, sources, false);
        (current.Factor, meter.Factor) = (0, 0);
        return new()
        {
            Current = new(current, meter, clocks),
            Energy = Drives.Count > 0 ? new OerstedEnergy<T>(scope.Body, current.Field, current) : null,
            SetCurrent = factor => (current.Factor, meter.Factor) = (factor, factor),
        };
    }

    /// <summary>
    /// Largest density in A/m² of the current through a body in any stage, without the factors of stages: that of all constant drives
    /// together, and of each other one at its largest. It is solved without magnetoresistance, of m = 0.
    /// </summary>
    /// <param name="geometry">The body.</param>
    /// <param name="stages">The stages of kind run.</param>
    /// <exception cref="ProblemFileException">The electrodes cannot be.</exception>
    public double LargestDensity(Geometry geometry, IEnumerable<TermStage> stages)
    {
        double[] now = new double[Drives.Count], sum = new double[geometry.Mesh.CellCount];
        FilmCurrent<double> current = Current<double>(
            new Ferromagnet(geometry, 1),
            [.. Drives.Select((drive, i) => new ElectrodeSource(IndexOf(drive.Electrode), drive.IsVoltage, _ => now[i]))],
            false);
        current.Solve(new VectorField<double>(geometry.Mesh), 0);
        double largest = 0;
        foreach (DriveParameters[] drives in stages.Select(stage => DrivesIn(stage.Own).ToArray()))
        {
            Array.Clear(sum);
            Add(drives, drive => !drive.Course.IsTimeDependent);
            foreach (DriveParameters one in drives.Where(drive => drive.Course.IsTimeDependent))
                Add(drives, drive => drive == one);
            largest = Math.Max(largest, sum.Max());
        }

        return largest;

        void Add(DriveParameters[] drives, Func<DriveParameters, bool> acts)
        {
            for (int i = 0; i < now.Length; i++)
            {
                DriveField course = drives[i].Course;
                now[i] = acts(drives[i]) ? course.Constant.X + (course.LargestShape * course.Amplitude.X) : 0;
            }

            current.SetTime(0);
            for (int c = 0; c < sum.Length; c++)
                sum[c] += current.Density[c].Length;
        }
    }

    /// <summary>Solver, potentials, density and field of each source twice, for the motion and for the table.</summary>
    public override int NumbersPerCell(Mesh mesh) => 160 + (8 * Electrodes.Count) + (12 * Drives.Count) + (HasOersted ? 60 : 0);

    /// <inheritdoc/>
    public override IEnumerable<TermSource> Sources(TermUse use) => [Model.Source];

    /// <inheritdoc/>
    public override IEnumerable<TableQuantity> Columns()
    {
        foreach ((int i, string name) in Electrodes.Select((electrode, i) => (i, electrode.Name)))
        {
            yield return new("V_" + name, "V", $"voltage of electrode {name}", row => row.Circuit.Voltages[i]);
            yield return new("I_" + name, "A", $"current into the film at electrode {name}", row => row.Circuit.Currents[i]);
            foreach ((int j, string other) in Electrodes.Select((electrode, j) => (j, electrode.Name)))
            {
                yield return new($"G_{name}_{other}", "S", "element of the conductance matrix", row => row.Circuit.Conductance[i, j]);
                if (i != j)
                {
                    yield return new(
                        $"R_{name}_{other}", "Ω", "resistance between two electrodes, others open", row =>
                            Circuit.Resistance(row.Circuit.Conductance, i, j));
                }
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TermCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (HasCurrent && !check.Magnet.Runs.Any())
            yield return check.Warning(
                Line, $"the current acts in stages of kind \"run\" only, and there is none; add one or remove [[drive]].");
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> CheckOnMesh(TermCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return check.Geometry() is not Geometry body ? []
            : check.Reading(Line, () => _ = Current<double>(new Ferromagnet(body, 1), [], false));
    }

    /// <inheritdoc/>
    public override void Write(DocumentWriter text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (Electrode electrode in Electrodes)
        {
            text.Section("[[electrode]]");
            text.Add(TransportDeclaration.ElectrodeName, electrode.Name);
            CornerShapes.Write(text, electrode.Shape);
        }

        text.Section("[transport]");
        Model.Write(text);
        text.Add(TransportDeclaration.Contact, ContactResistance);
        text.Add(TransportDeclaration.Oersted, HasOersted);
        if (SolverTolerance != FilmCurrent<double>.DefaultTolerance)
            text.Add(TransportDeclaration.Tolerance, SolverTolerance);
        foreach (DriveParameters drive in Drives)
        {
            text.Section("[[drive]]");
            drive.Write(text);
        }
    }

    private int IndexOf(string name) => Electrodes.ToList().FindIndex(electrode => electrode.Name == name);

    private IEnumerable<DriveParameters> DrivesIn(IReadOnlyList<Term> own) =>
        Drives.Select(file => own.OfType<StageDriveTerm>().SelectMany(term => term.Drives)
            .FirstOrDefault(drive => drive.Electrode == file.Electrode) ?? file);

    private static Func<double, double> At(FieldClock[] clocks, int drive) => time =>
    {
        (double own, bool before) = clocks[drive].Own(time);
        return clocks[drive].Field.At(own, before).X;
    };

    private FilmCurrent<T> Current<T>(Ferromagnet body, ElectrodeSource[] sources, bool oersted)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        try
        {
            return new(body, Electrodes, Model.Make(body.Mesh.Dz), sources, ContactResistance, oersted, SolverTolerance);
        }
        catch (ArgumentException e)
        {
            throw new ProblemFileException($"[[electrode]]: {e.Message}", e);
        }
    }
}
