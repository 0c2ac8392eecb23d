using MagHopfield.Devices;
using MagHopfield.Film.Gold;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Oersted;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Shared;

namespace MagHopfield.Film.Pulses;

/// <summary>A pulse acts by the Oersted field of the current in the gold over the film (Niu et al., PNAS 2024, Fig. 2b, c).</summary>
internal sealed class GoldCoupling : IPulseCoupling
{
    private readonly GoldLayer _gold;
    private readonly Mesh _mesh;
    private readonly SegmentVoltages _voltages;
    private readonly Zeeman<float> _zeeman, _change;
    private readonly VectorField<float> _oersted;

    // What is added on the way from one set of voltages to another; without a field of its own it costs nothing.
    private VectorField<float>? _changeField;

    public GoldCoupling(GoldLayer gold, Ferromagnet body)
    {
        (_gold, _mesh, _voltages) = (gold, body.Mesh, new SegmentVoltages(gold.TerminalCount));
        _oersted = new VectorField<float>(body.Mesh);
        _zeeman = new Zeeman<float>(body, _oersted) { SpatialScale = 0 };
        _change = new Zeeman<float>(body, default(Vector3D));
        (First, Last) = ([new() { Energy = _zeeman }], [new() { Energy = _change }]);
    }

    public VectorField<float>? SolvedCurrent => null;

    public IReadOnlyList<TermParts<float>> First { get; }

    public IReadOnlyList<TermParts<float>> Last { get; }

    public (bool IsConstant, double Duration) Begin(
        ITerminalDrive drive, int segment, ConductanceMatrix load, double start, double longest)
    {
        double duration = _voltages.Take(drive, segment, load, start, longest);
        (double[] from, double[] to) = (_voltages.From, _voltages.To);
        if (_voltages.IsConstant)
        {
            Fill(_oersted, _gold.Field(from));
            SetField(_zeeman, 1);
            return (true, duration);
        }

        // The field of the gold is linear in its voltages.
        bool falls = to.All(v => v == 0), rises = from.All(v => v == 0);
        if (falls || rises)
        {
            Fill(_oersted, _gold.Field(falls ? from : to));
            _zeeman.SpatialScaleAt = falls ? t => 1 - (t - start) / duration : t => (t - start) / duration;
        }
        else
        {
            _change.Spatial = _changeField ??= new VectorField<float>(_mesh);
            Fill(_oersted, _gold.Field(from));
            Fill(_changeField, _gold.Field([.. to.Select((v, k) => v - from[k])]));
            SetField(_zeeman, 1);
            _change.SpatialScaleAt = t => (t - start) / duration;
        }

        return (false, duration);
    }

    // The current through a film follows the largest voltage between two terminals, which one added to all of them leaves as it is.
    public double Spread(double time) => _voltages.Spread(time);

    public double[] Voltages(double time) => _voltages.At(time);

    public void Run(Simulation<float> simulation, double duration, CancellationToken cancellation) =>
        simulation.Run(duration, cancellation);

    public void End()
    {
        SetField(_zeeman, 0);
        SetField(_change, 0);
        _change.Spatial = null;
    }

    private static void SetField(Zeeman<float> zeeman, double scale)
    {
        zeeman.SpatialScaleAt = null;
        zeeman.SpatialScale = scale;
    }

    private static void Fill(VectorField<float> target, OerstedField field)
    {
        for (int c = 0; c < field.X.Length; c++)
            (target.X[c], target.Y[c], target.Z[c]) = ((float)field.X[c], (float)field.Y[c], (float)field.Z[c]);
    }
}
