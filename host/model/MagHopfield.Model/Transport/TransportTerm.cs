using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Shapes;

namespace MagHopfield.Model.Transport;

/// <summary>An electrode of a file.</summary>
/// <param name="Name">Its name: letters and digits.</param>
/// <param name="Form">Its shape.</param>
public sealed record ElectrodeParameters(string Name, ShapeParameters Form);

/// <summary>What holds an electrode.</summary>
/// <param name="Electrode">Name of the electrode.</param>
/// <param name="IsVoltage">Whether its voltage is given; otherwise the current into the film.</param>
/// <param name="Course">Its course in time; the x components are volts or amperes.</param>
public sealed record DriveParameters(string Electrode, bool IsVoltage, DriveField Course);

/// <summary>Electrodes on the film, the current that they drive through it, and its Oersted field.</summary>
/// <param name="Electrodes">The electrodes.</param>
/// <param name="Model">How the conductivity depends on m.</param>
/// <param name="ContactResistance">Resistance in series with each electrode in ohms.</param>
/// <param name="HasOersted">Whether the Oersted field acts on m.</param>
/// <param name="Drives">What holds the electrodes.</param>
public sealed record TransportTerm(
    IReadOnlyList<ElectrodeParameters> Electrodes,
    Magnetoresistance Model,
    double ContactResistance,
    bool HasOersted,
    IReadOnlyList<DriveParameters> Drives) : Term
{
    /// <inheritdoc/>
    public override bool HasCurrent => Drives.Count > 0;

    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope)
    {
        FieldClock[] clocks = [.. Drives.Select(drive => new FieldClock(drive.Course, 0))];
        ElectrodeSource[] sources =
        [
            .. Drives.Select((drive, i) => new ElectrodeSource(IndexOf(drive.Electrode), drive.IsVoltage, At(clocks[i]))),
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
        foreach (ElectrodeParameters electrode in Electrodes)
        {
            text.Section("[[electrode]]");
            text.Add(TransportDeclaration.ElectrodeName, electrode.Name);
            ShapeKeys.Write(text, electrode.Form);
        }

        text.Section("[transport]");
        Model.Write(text);
        text.Add(TransportDeclaration.Contact, ContactResistance);
        text.Add(TransportDeclaration.Oersted, HasOersted);
        foreach (DriveParameters drive in Drives)
        {
            text.Section("[[drive]]");
            text.Add(TransportDeclaration.DrivenElectrode, drive.Electrode);
            double value = drive.Course.Waveform == WaveformKind.Constant ? drive.Course.Constant.X : drive.Course.Amplitude.X;
            text.Add(drive.IsVoltage ? TransportDeclaration.Voltage : TransportDeclaration.Current, value);
            text.Add(WaveformKeys.Form, drive.Course.Waveform);
            WaveformKeys.Write(text, drive.Course);
        }
    }

    private int IndexOf(string name) => Electrodes.ToList().FindIndex(electrode => electrode.Name == name);

    private static Func<double, double> At(FieldClock clock) => time =>
    {
        (double own, bool before) = clock.Own(time);
        return clock.Field.At(own, before).X;
    };

    private FilmCurrent<T> Current<T>(Ferromagnet body, ElectrodeSource[] sources, bool oersted)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        Mesh mesh = body.Mesh;
        Electrode[] electrodes =
            [.. Electrodes.Select(e => new Electrode(e.Name, new ElectrodeOutline(e.Form.Shape, mesh.Nx * mesh.Dx, mesh.Ny * mesh.Dy)))];
        try
        {
            return new(body, electrodes, Model.Make(mesh.Dz), sources, ContactResistance, oersted);
        }
        catch (ArgumentException e)
        {
            throw new ProblemFileException($"[[electrode]]: {e.Message}", e);
        }
    }
}
