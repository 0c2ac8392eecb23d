using MagHopfield.Devices;
using MagHopfield.Shared;

namespace MagHopfield.VirtualBoard.Tests.OtherDevices;

/// <summary>
/// A p-bit: a tunnel junction between nodes 1 and 2 whose free layer turns over by itself, the sooner out of a state the more the current
/// speaks against it (rates r exp(∓I/I0): A. Brataas and others; K. Y. Camsari et al., Phys. Rev. X 7, 031014 (2017)).
/// </summary>
internal sealed class SuperparamagneticJunction(double rate, double current, int seed) : IEventfulDevice
{
    private const double Parallel = 0.1;
    private const double Antiparallel = 0.05;

    private readonly Random _random = new(seed);
    private readonly ConductanceMatrix[] _states =
    [
        ConductanceMatrix.FromPairs(2, [-Antiparallel]), ConductanceMatrix.FromPairs(2, [-Parallel]),
    ];
    private readonly double[] _times = new double[2];
    private int _state;

    public event Action<DeviceEvent>? Occurred;

    public int NodeCount => 2;

    public ConductanceMatrix Conductance => _states[_state];

    public ConductanceMatrix? GoldConductance => null;

    public bool ChangesAtRest => true;

    /// <summary>Time seen in seconds.</summary>
    public double Time => _times.Sum();

    /// <summary>Share of the time in the parallel state.</summary>
    public double ParallelShare => _times[1] / Time;

    public void Drive(ITerminalDrive drive, CancellationToken cancellation)
    {
        double[] voltages = new double[2];
        for (int segment = 0; segment + 1 < drive.Corners.Count; segment++)
        {
            double t = drive.Corners[segment], end = drive.Corners[segment + 1];
            while (t < end)
            {
                drive.Voltages(segment, t, Conductance, voltages);
                double through = (voltages[0] - voltages[1]) * -Conductance[0, 1];
                double leave = rate * Math.Exp((_state == 1 ? -1 : 1) * through / current);
                double dwell = Math.Min(-Math.Log(1 - _random.NextDouble()) / leave, end - t);
                _times[_state] += dwell;
                t += dwell;
                if (t < end)
                {
                    _state = 1 - _state;
                    Occurred?.Invoke(new DeviceEvent(Time, 0, "switched"));
                }
            }
        }
    }
}
