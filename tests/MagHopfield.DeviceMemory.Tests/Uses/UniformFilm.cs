using MagHopfield.Devices;
using MagHopfield.Shared;

namespace MagHopfield.DeviceMemory.Tests.Uses;

/// <summary>A film of any number of nodes that learns by eq. 2 of Niu et al., PNAS 2024, each pair alike.</summary>
internal sealed class UniformFilm : IMagneticDevice
{
    private const double FilmSiemens = 0.2;
    private const double GoldSiemens = 0.08;
    private const double LearningRate = 5e-6;
    private const double Alpha = 15000;

    private readonly OjaModel _model;

    public UniformFilm(int nodes)
    {
        NodeCount = nodes;
        double[] average = Pairs(nodes, -FilmSiemens / nodes);
        _model = new OjaModel(nodes, LearningRate, Pairs(nodes, Alpha), average);
        GoldConductance = ConductanceMatrix.FromPairs(nodes, Pairs(nodes, -GoldSiemens / nodes));
    }

    public int NodeCount { get; }

    public ConductanceMatrix Conductance => _model.Conductance;

    public ConductanceMatrix GoldConductance { get; }

    public void Drive(ITerminalDrive drive, CancellationToken cancellation)
    {
        foreach (Plateau pulse in Plateau.Of(drive, GoldConductance))
            _model.Apply(pulse.Voltages);
    }

    private static double[] Pairs(int nodes, double value) => [.. Enumerable.Repeat(value, nodes * (nodes - 1) / 2)];
}
