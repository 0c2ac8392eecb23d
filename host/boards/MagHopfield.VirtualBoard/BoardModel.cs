using System.Device.Gpio;
using System.Device.Spi;
using System.Globalization;
using MagHopfield.Devices;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Ports;
using MagHopfield.VirtualBoard.Chips.Ad5754;
using MagHopfield.VirtualBoard.Chips.Ad7124;
using MagHopfield.VirtualBoard.Chips.Adgs1414;
using MagHopfield.VirtualBoard.Chips.Mb85rs256;
using MagHopfield.VirtualBoard.Circuit;
using MagHopfield.VirtualBoard.Hazards;
using MagHopfield.VirtualBoard.Parts;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.VirtualBoard;

/// <summary>
/// The board of hardware/board.md in simulation: the instrument's real code runs on its <see cref="Hardware"/>. Chips answer to the
/// last bit of a frame, the circuit between them is solved, a pulse goes to the film as voltages. What would have harmed a real board
/// is recorded as a <see cref="BoardHazard"/> and not prevented.
/// </summary>
public sealed class BoardModel : IDisposable
{
    /// <summary>Most pulses, and most hazards, that are kept: a board that is served for months fires millions.</summary>
    public const int MostKept = 1024;

    private readonly IMagneticDevice _device;
    private readonly BoardParameters _parameters;
    private readonly CancellationToken _cancellation;
    private readonly Lock _bus = new();
    private readonly GpioController _controller;
    private readonly VirtualSpiDevice[] _devices;
    private readonly List<BoardHazard> _hazards = [];
    private readonly Queue<FiredPulse> _pulses = [];
    private readonly SpiTrace? _trace;
    private bool _pathsTogether;

    /// <summary>Builds a board for a device and switches it on at time 0.</summary>
    /// <param name="device">What is in its sockets, 2 … 64 nodes.</param>
    /// <param name="parameters">Figures of the board.</param>
    /// <param name="trace">Table of SPI frames, or null; not disposed with the board.</param>
    /// <param name="cancellation">Handed to the device with every pulse; nothing else looks at it, so that a firmware can still open all
    /// switches after an abort.</param>
    /// <exception cref="ArgumentException">Figures out of range, or a device of too many nodes.</exception>
    public BoardModel(
        IMagneticDevice device, BoardParameters parameters, SpiTrace? trace = null, CancellationToken cancellation = default)
    {
        int n = device.NodeCount;
        parameters.Validate(n);
        _device = device;
        _parameters = parameters;
        _trace = trace;
        _cancellation = cancellation;

        NodeSwitches = [.. Enumerable.Range(0, n).Select(k => Switch($"SW{k + 1}", parameters.NodeSwitch))];
        PulseSwitches = [.. Enumerable.Range(0, (n + 7) / 8).Select(k => Switch($"PSW{k + 1}", parameters.PulseSwitch))];
        Dacs = [.. Enumerable.Range(0, (n + 3) / 4).Select(k => Dac($"DAC{k + 1}"))];
        Analog = new AnalogBoardCircuit(device, Clock, parameters, NodeSwitches, PulseSwitches, Dacs);
        Adc = new Ad7124Model("ADC", parameters.Adc, Clock, new SeededNoise(parameters.Seed, "ADC"), Analog, parameters.Defects);
        Analog.Connect(Adc);
        Adc.Changing += BeforeChange;
        Adc.Changed += StateChanged;
        foreach (Adgs1414Model chip in NodeSwitches.Concat(PulseSwitches))
        {
            chip.Changing += BeforeChange;
            chip.Changed += StateChanged;
        }

        Gpio = new VirtualGpio();
        Gpio.LevelChanged += OnLevelChanged;
        _controller = new GpioController(Gpio);
        GpioPin dacClear = _controller.OpenPin(BoardPins.DacClear, PinMode.Output, PinValue.High);

        // Two buses, each with one mode and one clock for all its chips.
        SpiConnectionSettings measureBus = new(BoardPins.MeasureBus) { Mode = SpiMode.Mode3, ClockFrequency = parameters.Spi.MeasureClock };
        SpiConnectionSettings dacBus = new(BoardPins.DacBus) { Mode = SpiMode.Mode1, ClockFrequency = parameters.Spi.DacClock };
        VirtualSpiDevice adc = Device(measureBus, Adc);
        VirtualSpiDevice[] dacs = [.. Dacs.Select(chip => Device(dacBus, chip))];
        VirtualSpiDevice[] nodes = [.. NodeSwitches.Select(chip => Device(measureBus, chip))];
        VirtualSpiDevice[] pulses = [.. PulseSwitches.Select(chip => Device(measureBus, chip))];
        VirtualSpiDevice memory = Device(measureBus, Memory);
        _devices = [adc, .. dacs, .. nodes, .. pulses, memory];
        MemoryLink = memory;
        Hardware = new BoardHardware(adc, dacs, nodes, pulses, dacClear, new VirtualPulseGate(Fire), Clock, Panel);
        StateChanged();
    }

    /// <summary>Raised after a hazard was recorded.</summary>
    public event Action<BoardHazard>? Hazard;

    /// <summary>Raised after a pulse has ended.</summary>
    public event Action<FiredPulse>? PulseFired;

    /// <summary>What the instrument gets.</summary>
    public BoardHardware Hardware { get; }

    /// <summary>Figures of the board.</summary>
    public BoardParameters Parameters => _parameters;

    /// <summary>Simulated time.</summary>
    public VirtualClock Clock { get; } = new();

    /// <summary>LEDs.</summary>
    public VirtualLedPanel Panel { get; } = new();

    /// <summary>Pins.</summary>
    public VirtualGpio Gpio { get; }

    /// <summary>The ADC.</summary>
    public Ad7124Model Adc { get; }

    /// <summary>The DACs; node k is channel k mod 4 of chip k/4.</summary>
    public Ad5754Model[] Dacs { get; }

    /// <summary>The switches of each node.</summary>
    public Adgs1414Model[] NodeSwitches { get; }

    /// <summary>The pulse switches; node k is switch k mod 8 of chip k/8.</summary>
    public Adgs1414Model[] PulseSwitches { get; }

    /// <summary>The FRAM of the settings.</summary>
    public Mb85rs256Model Memory { get; } = new("MEM");

    /// <summary>Link to the FRAM, for the driver.</summary>
    public ISpiLink MemoryLink { get; }

    /// <summary>The circuit between the chips.</summary>
    public AnalogBoardCircuit Analog { get; }

    /// <summary>Every SPI device, ADC first.</summary>
    public IReadOnlyList<VirtualSpiDevice> SpiDevices => _devices;

    /// <summary>Number of hazards so far.</summary>
    public long HazardCount { get; private set; }

    /// <summary>Number of pulses so far.</summary>
    public long PulseCount { get; private set; }

    /// <summary>The first <see cref="MostKept"/> hazards: what came first explains the others.</summary>
    public IReadOnlyList<BoardHazard> Hazards
    {
        get
        {
            lock (_bus)
                return [.. _hazards];
        }
    }

    /// <summary>The last <see cref="MostKept"/> pulses, oldest first.</summary>
    public IReadOnlyList<FiredPulse> Pulses
    {
        get
        {
            lock (_bus)
                return [.. _pulses];
        }
    }

    /// <summary>Whether the excitation is on or a node switch closed.</summary>
    public bool ProbePathClosed => Adc.ExcitationOn || NodeSwitches.Any(c => c.AnyClosed);

    /// <summary>Whether a pulse switch is closed or the drivers are on.</summary>
    public bool PulsePathClosed => Analog.DriversEnabled || PulseSwitches.Any(c => c.AnyClosed);

    /// <summary>Sets a disturbance of the wire on every chip select, or none.</summary>
    /// <param name="fault">The disturbance.</param>
    public void DisturbWire(SpiWireFault? fault)
    {
        foreach (VirtualSpiDevice device in _devices)
            device.Fault = fault;
    }

    /// <summary>Closes pins and SPI devices. The film and the trace stay.</summary>
    public void Dispose()
    {
        foreach (VirtualSpiDevice device in _devices)
            device.Dispose();

        _controller.Dispose();
    }

    private Adgs1414Model Switch(string name, AdgsParameters part) =>
        new(name, part, new SeededNoise(_parameters.Seed, name), _parameters.Defects);

    private Ad5754Model Dac(string name) => new(name, _parameters.Dac, Clock, new SeededNoise(_parameters.Seed, name));

    private VirtualSpiDevice Device(SpiConnectionSettings bus, ISpiChip chip) =>
        new(bus, chip, Clock, _bus, _trace, _parameters.Spi.FrameGap);

    private void OnLevelChanged(int pin, PinValue value)
    {
        if (pin != BoardPins.DacClear)
            return;

        lock (_bus)
        {
            foreach (Ad5754Model dac in Dacs)
                dac.SetClearPin(value == PinValue.Low);
        }
    }

    private void BeforeChange()
    {
        Adc.CatchUp();
        Analog.Advance();
    }

    private void StateChanged()
    {
        Analog.Invalidate();
        bool together = ProbePathClosed && PulsePathClosed;
        if (together && !_pathsTogether)
        {
            IEnumerable<string> closed =
                NodeSwitches.Concat(PulseSwitches).Where(c => c.AnyClosed).Select(c => $"{c.Name}=0x{c.SwitchData:X2}");
            string nodes = string.Join(", ", closed);
            Record(
                HazardKind.PathsTogether,
                $"excitation {(Adc.ExcitationOn ? "on" : "off")}, drivers {(Analog.DriversEnabled ? "on" : "off")}, {nodes}");
        }

        _pathsTogether = together;
    }

    private void Fire(int widthMicroseconds)
    {
        FiredPulse pulse;
        ITerminalDrive? drive = null;
        lock (_bus)
        {
            long start = Clock.Nanoseconds;
            Adc.CatchUp();
            Analog.EnableDrivers(true);
            StateChanged();
            BoardVoltages during = Analog.Solve();
            CheckPulse(during);
            pulse = new FiredPulse(start, widthMicroseconds * 1e-6, [.. during.Terminal], [.. during.DriverCurrent]);

            // Without a closed switch the terminals of the gold layer all float at one voltage and no current flows in it.
            if (PulseSwitches.Any(c => c.AnyClosed))
                drive = DriveOf(pulse);

            Clock.Advance(widthMicroseconds * 1000L);
            if (drive is not null)
                Analog.SkipToNow();

            Adc.CatchUp();
            Analog.EnableDrivers(false);
            StateChanged();
            if (_pulses.Count == MostKept)
                _pulses.Dequeue();

            _pulses.Enqueue(pulse);
            PulseCount++;
        }

        // The device may take seconds of real time: the bus stays free for an abort meanwhile.
        if (drive is not null)
            _device.Drive(drive, _cancellation);

        PulseFired?.Invoke(pulse);
    }

    // A gold layer is always the same load, so its voltages are those of the first look; any other device changes the circuit as it
    // changes.
    private ITerminalDrive DriveOf(FiredPulse pulse)
    {
        double rise = Math.Min(_parameters.Analog.DriverRise, pulse.Width);
        return _device.GoldConductance is null
            ? Analog.DriveOf(Waveform.Pulse([1], pulse.Width, rise))
            : new VoltageDrive(Waveform.Pulse(pulse.TerminalVoltages, pulse.Width, rise));
    }

    private void CheckPulse(BoardVoltages during)
    {
        if (!PulseSwitches.Any(c => c.AnyClosed))
            Record(HazardKind.PulseIntoNothing, "no pulse switch is closed");

        for (int pin = 0; pin < during.Inputs.Length; pin++)
        {
            double volts = during.Inputs[pin];
            if (volts > _parameters.Adc.PositiveSupply || volts < _parameters.Adc.NegativeSupply)
                Record(HazardKind.InputBeyondSupply, string.Create(CultureInfo.InvariantCulture, $"AIN{pin} at {volts:F3} V"));
        }

        for (int k = 0; k < during.DriverLimited.Length; k++)
        {
            if (during.DriverLimited[k])
            {
                Record(
                    HazardKind.DriverLimited,
                    string.Create(CultureInfo.InvariantCulture, $"driver {k + 1} at {during.DriverCurrent[k]:F3} A"));
            }
        }
    }

    private void Record(HazardKind kind, string detail)
    {
        BoardHazard hazard = new(kind, Clock.Nanoseconds, detail);
        HazardCount++;
        if (_hazards.Count < MostKept)
            _hazards.Add(hazard);

        Hazard?.Invoke(hazard);
    }
}
