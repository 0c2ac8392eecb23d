using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Papers.Niu2024.Gates;
using MagHopfield.Shared;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.Spread;

/// <summary>
/// Device-to-device spread at room temperature (Niu et al., PNAS 2024, "successfully performed in another sample"): random grains, edges,
/// electrodes and AMR ratios, thermal noise, and the seven patterns trained and weighed on each device by itself.
/// </summary>
/// <param name="film">The film as drawn.</param>
/// <param name="spread">By how much devices differ.</param>
public sealed class Niu2024Spread(FilmParameters film, SpreadParameters spread)
{
    /// <summary>Runs the devices that are not in the store yet.</summary>
    /// <param name="devices">Number of devices.</param>
    /// <param name="threads">Devices at the same time.</param>
    /// <param name="store">Keeps the devices through an interruption.</param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early; finished devices stay in the store.</param>
    public SpreadResult Run(int devices, int threads, ResultStore store, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        string document = FilmDocument.Of(film).Hash;
        int done = 0;
        Report(done);
        IReadOnlyList<DeviceOutcome> outcomes = store.Parts(
            [.. Enumerable.Range(0, devices).Select(k => PartKey.Of("spread, a device", document, spread.ToString(), $"{k}"))],
            DeviceJson.Default.DeviceOutcome,
            index => Device(index, cancellation),
            threads,
            _ => Report(++done),
            cancellation);
        return new SpreadResult(film, spread, outcomes);

        void Report(int count) => progress?.Report(new StudyProgress($"device {count} of {devices}", (double)count / devices));
    }

    /// <summary>Makes one device, trains it and weighs what it learned.</summary>
    /// <param name="index">Number of the device.</param>
    /// <param name="cancellation">Ends it early.</param>
    public DeviceOutcome Device(int index, CancellationToken cancellation)
    {
        FilmParameters device = RandomDevice.Make(film, spread, index);
        SevenPatterns trained = SevenPatterns.Train(device, spread.Voltage, [spread.Retention], null, cancellation);
        Random noise = new(device.Magnetism.Seed);
        List<double[]> margins = [], measured = [];
        List<int> gates = [];
        for (int stage = 0; stage < 2; stage++)
        {
            int at = stage;
            margins.Add([.. trained.Landscapes(at, at).Select(l => l.Margin)]);
            ConductanceMatrix[] readings = [.. trained.Patterns.Select(p => Read(p.Stages[at].Conductance, noise))];
            ReferenceConductance reference = new();
            Array.ForEach(readings, reference.Include);
            ConductanceMatrix average = reference.Average();
            measured.Add(
                [
                    .. trained.Patterns.Select(
                        (p, k) => EnergyLandscape.Of(WeightMatrix.FromConductance(readings[k], average), p.Pattern).Margin),
                ]);
            gates.Add(GateTable.Right(GateTable.All(p => trained.Weights(p, at, at))));
        }

        return new DeviceOutcome(
            index, device.Transport.AmrRatio, Math.Abs(trained.Patterns[0].Stages[0].Conductance[0, 1]), margins, measured, gates);
    }

    private ConductanceMatrix Read(ConductanceMatrix g, Random random)
    {
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return ConductanceMatrix.FromPairs(g.NodeCount, [.. g.ToPairs().Select(v => v * (1 + spread.MeasurementError * Normal()))]);
    }
}
