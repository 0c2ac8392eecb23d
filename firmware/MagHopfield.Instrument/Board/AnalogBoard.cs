using System;
using System.Device.Gpio;
using MagHopfield.Instrument.Chips.Ad5754;
using MagHopfield.Instrument.Chips.Ad7124;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Spi;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Board;

/// <summary>
/// The analog board as three states: all open, probe, pulse (hardware/board.md), or unknown where a chip does not confirm. It alone talks
/// to the chips. Each change of state opens everything first and reads it back; each switch frame, the probe current and the gate ask the
/// interlock first; any exception opens everything before it leaves.
/// </summary>
public sealed class AnalogBoard : IDisposable
{
    /// <summary>Probe current in amperes.</summary>
    public const double ExcitationAmperes = 500e-6;

    /// <summary>The voltage that the ADC makes itself, in volts.</summary>
    public const double InternalSourceVolts = 0.020;

    /// <summary>How far a reading of that voltage may be off, as a ratio; gains are a factor of 2 apart.</summary>
    public const double InternalSourceTolerance = 0.1;

    // Loops of 4 µA: 0.2 mV on 50 Ω where they are closed, the supplies where they are open. Range ±2.5 V.
    private const int ContinuitySetup = 3;
    private const double OpenLoopVolts = 0.1;

    // On-resistance of a few ohm against the inputs' filter: some tens of microseconds. The source needs longer to leave its rail.
    private const int SwitchSettleMicroseconds = 100;
    private const int SourceSettleMicroseconds = 500;
    private const int ExcitationAttempts = 3;
    private const int RestSliceMicroseconds = 10000;

    // 3.75 ms a reading, with some microvolts of noise on the 17 mV that a closed pulse switch shows.
    private const int MonitorFilterDivider = 8;

    private readonly Ad7124Adc _adc;
    private readonly Ad5754Dac[] _dacs;
    private readonly BoardSwitches _switches;
    private readonly GpioPin _dacClear;
    private readonly IPulseGate _gate;
    private readonly PulseLimits _limits;
    private readonly Interlock _interlock;
    private bool _ready;
    private ProbeSetup _selected = ProbeSetup.Film;
    private readonly IPowerMonitor? _power;
    private double _pulseVolts;
    private long _earliestPulse;
    private bool _nodeWelded;
    private bool _pulseWelded;

    /// <summary>A board on open buses; nothing is sent before <see cref="Initialise"/>.</summary>
    /// <param name="hardware">Buses and pins; their SPI links are disposed with the board.</param>
    /// <param name="limits">What a pulse may be.</param>
    /// <exception cref="ArgumentException">The numbers of chips do not fit the number of nodes.</exception>
    public AnalogBoard(BoardHardware hardware, PulseLimits limits)
    {
        NodeCount = hardware.NodeCount;
        if (NodeCount < 2 || hardware.Dacs.Length != (NodeCount + 3) / 4 || hardware.PulseSwitches.Length != (NodeCount + 7) / 8)
        {
            throw new ArgumentException("A board of " + NodeCount.ToString()
                + " nodes needs at least 2 nodes, one DAC for 4 and one pulse switch chip for 8; got " + hardware.Dacs.Length.ToString()
                + " and " + hardware.PulseSwitches.Length.ToString() + ".");
        }

        Clock = hardware.Clock;
        _limits = limits;
        _dacClear = hardware.DacClear;
        _gate = hardware.PulseGate;
        _power = hardware.Power;
        _interlock = new Interlock(NodeCount, hardware.PulseSwitches.Length);
        _adc = new Ad7124Adc(hardware.Adc, Clock);
        _dacs = new Ad5754Dac[hardware.Dacs.Length];
        for (int i = 0; i < _dacs.Length; i++)
            _dacs[i] = new Ad5754Dac(hardware.Dacs[i], Clock, "DAC" + (i + 1).ToString());

        _switches = new BoardSwitches(hardware, _interlock);
    }

    /// <summary>Number of nodes N.</summary>
    public int NodeCount { get; }

    /// <summary>Time on the board.</summary>
    public IBoardClock Clock { get; }

    /// <summary>State of the board, as far as its chips have confirmed it.</summary>
    public SwitchState State { get; private set; }

    /// <summary>Whether the board is initialised and no fault has put a chip's settings in doubt since.</summary>
    public bool IsReady => _ready;

    /// <summary>Why no pulse may be fired, or null where one may: what a test of the board has found.</summary>
    public string? PulseLock { get; private set; }

    /// <summary>+6.5 V rail of the pulse drivers in volts, as last read by the measuring ADC; NaN before.</summary>
    public double SupplyVolts { get; private set; } = double.NaN;

    /// <summary>Whether a switch of a node is known not to open.</summary>
    public bool NodeWelded => _nodeWelded;

    /// <summary>Whether a pulse switch is known not to open.</summary>
    public bool PulseWelded => _pulseWelded;

    /// <summary>Watches every operation of the board, or null. Opening is never refused.</summary>
    public IOperationMonitor? Monitor { get; set; }

    /// <summary>Largest voltage that a setup can show, in volts.</summary>
    /// <param name="setup">Setup.</param>
    public double FullScaleVolts(ProbeSetup setup) => _adc.FullScaleVolts((int)setup);

    /// <summary>Resets, identifies and configures all chips; ends in <see cref="SwitchState.AllOpen"/>.</summary>
    /// <param name="filterDivider">FS of the ADC's sinc3 filter: a reading takes 156.25 µs × FS.</param>
    /// <exception cref="MagHopfield.Instrument.Spi.ChipException">A chip does not answer as it must.</exception>
    public void Initialise(int filterDivider)
    {
        _ready = false;
        try
        {
            // Switches first: whatever was closed before a restart opens before anything else moves.
            _dacClear.Write(PinValue.Low);
            _switches.Reset();
            _interlock.ConfirmFired();
            _adc.Reset();
            _adc.SetExcitation(ExcitationCurrent.Off, AnalogInput.Ain4);
            _interlock.ConfirmExcitation(false);
            ConfigureAdc(filterDivider);

            _dacClear.Write(PinValue.High);
            for (int i = 0; i < _dacs.Length; i++)
                _dacs[i].Initialise(OutputRange.Bipolar5V);

            _dacClear.Write(PinValue.Low);
            State = SwitchState.AllOpen;
            _ready = true;
        }
        catch (Exception e)
        {
            Abort();
            _ready = false;
            throw e;
        }
    }

    /// <summary>Turns the probe current off, opens all switches, sets the DACs to 0 V, and reads all of it back.</summary>
    /// <exception cref="MagHopfield.Instrument.Spi.ChipException">A chip did not confirm.</exception>
    public void OpenAll()
    {
        try
        {
            OpenAndVerify();
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    /// <summary>Ends the operation where the monitor asks for it.</summary>
    /// <exception cref="OperationAbortedException">It does; the caller opens all switches, as for any other exception.</exception>
    public void CheckAbort()
    {
        if (Monitor != null && Monitor.AbortRequested)
            throw new OperationAbortedException();
    }

    /// <summary>Takes the board for not initialised, as after a set-up that did not come to its end.</summary>
    public void Distrust() => _ready = false;

    /// <summary>Locks pulses; what was locked for another reason before stays locked for this one.</summary>
    /// <param name="reason">What was found, a sentence.</param>
    public void LockPulses(string reason) => PulseLock = reason;

    /// <summary>Lets pulses loose again, after a self-test has passed.</summary>
    public void UnlockPulses() => PulseLock = null;

    /// <summary>Says why pulses are locked, where they are.</summary>
    /// <exception cref="PulseLockedException">They are.</exception>
    public void CheckPulseLock()
    {
        if (PulseLock != null)
            throw new PulseLockedException("Pulses are locked: " + PulseLock + " They are let loose when *TST? passes.");
    }

    /// <summary>
    /// Takes note of switches that were found not to open. With one of a node no pulse path is closed any more, with one of the pulse path
    /// no probe path.
    /// </summary>
    /// <param name="node">Whether one of the nodes' switches does not open.</param>
    /// <param name="pulse">Whether one of the pulse switches does not open.</param>
    public void ConfirmWelds(bool node, bool pulse)
    {
        _nodeWelded = node;
        _pulseWelded = pulse;
        _interlock.ConfirmWelds(node, pulse);
    }

    /// <summary>Opens everything as far as the chips still listen, each chip on its own, without an exception of its own.</summary>
    public void Abort()
    {
        TryHoldDacs();
        bool isOpen = _switches.TryOpen(out bool settingsKept);
        isOpen &= TryStopExcitation();
        State = isOpen ? SwitchState.AllOpen : SwitchState.Unknown;
        _ready &= isOpen && settingsKept;
    }

    /// <summary>Connects the film to the probe source: + nodes to SRC, − nodes to RTN, probe current on.</summary>
    /// <param name="geometry">N signs, not all equal.</param>
    /// <exception cref="ArgumentException">Wrong length, or only one group.</exception>
    public void ConnectProbe(Pattern geometry)
    {
        try
        {
            CheckLength(geometry);
            CheckAbort();
            OpenAndVerify();
            State = SwitchState.Probe;
            for (int i = 0; i < NodeCount; i++)
                _switches.SetNode(i, geometry[i] > 0 ? (int)NodeSwitch.ForcePlus : (int)NodeSwitch.ForceMinus);

            SetExcitation(true);
            Clock.Wait(SourceSettleMicroseconds);
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    /// <summary>Connects the film to the probe source by one source and one sink, probe current on.</summary>
    /// <param name="source">Zero-based electrode at SRC, or −1 for none.</param>
    /// <param name="sink">Zero-based electrode at RTN, or −1 for none; another than the source.</param>
    /// <exception cref="ArgumentException">No such electrodes.</exception>
    public void ConnectPair(int source, int sink)
    {
        try
        {
            if (source < -1 || source >= NodeCount || sink < -1 || sink >= NodeCount || source == sink)
            {
                throw new ArgumentException("Source and sink are two different electrodes from 1 to " + NodeCount.ToString() + ", got "
                    + (source + 1).ToString() + " and " + (sink + 1).ToString() + ".");
            }

            CheckAbort();
            OpenAndVerify();
            State = SwitchState.Probe;
            if (source >= 0)
                _switches.SetNode(source, (int)NodeSwitch.ForcePlus);

            if (sink >= 0)
                _switches.SetNode(sink, (int)NodeSwitch.ForceMinus);

            SetExcitation(true);
            Clock.Wait(SourceSettleMicroseconds);
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    /// <summary>Connects all electrodes to one side of the source, probe current on: none flows, unless a switch of the other side does not
    /// open.</summary>
    /// <param name="isPlus">All at SRC, else all at RTN.</param>
    public void ConnectOneSide(bool isPlus)
    {
        try
        {
            CheckAbort();
            OpenAndVerify();
            State = SwitchState.Probe;
            for (int i = 0; i < NodeCount; i++)
                _switches.SetNode(i, isPlus ? (int)NodeSwitch.ForcePlus : (int)NodeSwitch.ForceMinus);

            SetExcitation(true);
            Clock.Wait(SourceSettleMicroseconds);
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    /// <summary>
    /// Puts both leads and shunts of all nodes on one sense bus, no current: the other bus is then on nothing, unless a switch of it does
    /// not open.
    /// </summary>
    /// <param name="isPositive">All at SENSE_P, else all at SENSE_N.</param>
    public void SelectOneSide(bool isPositive)
    {
        try
        {
            CheckState(SwitchState.Probe);
            CheckAbort();
            SetExcitation(false);
            _selected = ProbeSetup.Film;
            _switches.BeginSense();
            for (int i = 0; i < NodeCount; i++)
            {
                _switches.AddSense(i, isPositive
                    ? NodeSwitch.SensePositive | NodeSwitch.ShuntPositive
                    : NodeSwitch.SenseNegative | NodeSwitch.ShuntNegative);
            }

            ApplySense();
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    /// <summary>Prepares the test of the pulse switches: all open, DACs held at 0 V, gate off and not to be fired.</summary>
    public void ConnectPulseTest()
    {
        try
        {
            CheckAbort();
            OpenAndVerify();
            State = SwitchState.PulseTest;
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    /// <summary>Closes the pulse switches of one or two nodes, drivers off, and opens all others.</summary>
    /// <param name="first">Zero-based node, or −1 for none.</param>
    /// <param name="second">Zero-based node, or −1 for none.</param>
    public void SelectPulseSwitches(int first, int second)
    {
        try
        {
            CheckState(SwitchState.PulseTest);
            CheckAbort();
            _switches.SelectPulse(first, second);
            Clock.Wait(SwitchSettleMicroseconds);
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    /// <summary>Voltage of a gold terminal in volts, to some millivolts; ±13.5 V is the end of the range.</summary>
    /// <param name="node">Zero-based node, below <see cref="MonitorInputs.MostTerminals"/>.</param>
    /// <param name="fault">What the ADC reports.</param>
    public double ReadTerminal(int node, out Fault fault) => ReadMonitor(MonitorInputs.Terminal(node), out fault);

    /// <summary>
    /// Voltage of a rail of the pulse drivers in volts, to 2 %; the positive one also tells the controller's own ADC its scale.
    /// </summary>
    /// <param name="positive">+6.5 V, else −6.5 V.</param>
    /// <param name="fault">What the ADC reports.</param>
    public double ReadRail(bool positive, out Fault fault)
    {
        double volts = ReadMonitor(MonitorInputs.Rail(positive), out fault);
        if (positive && fault == Fault.None)
        {
            SupplyVolts = volts;
            _power?.Calibrate(volts);
        }

        return volts;
    }

    /// <summary>
    /// Faults that the ADC has noticed since they were last asked for: one bit that was wrong on the wire of a frame without an answer,
    /// too.
    /// </summary>
    public Fault ReadAdcFaults() => _adc.ReadFaults();

    /// <summary>Makes the sense switches usable with no current and no force lead connected, to measure noise and offset.</summary>
    public void ConnectSenseOnly()
    {
        try
        {
            CheckAbort();
            OpenAndVerify();
            State = SwitchState.Probe;
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    /// <summary>Puts the sense leads of two electrodes on the ADC: V(electrode) − V(against).</summary>
    /// <param name="node">Zero-based electrode on SENSE_P.</param>
    /// <param name="against">Zero-based electrode on SENSE_N; the same one shorts the input.</param>
    public void SelectSense(int node, int against)
    {
        try
        {
            CheckState(SwitchState.Probe);
            _selected = ProbeSetup.Film;
            _switches.BeginSense();
            _switches.AddSense(node, NodeSwitch.SensePositive);
            _switches.AddSense(against, NodeSwitch.SenseNegative);
            ApplySense();
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    /// <summary>Closes sense switches of two nodes as they are named, and opens all others: for tests of the board.</summary>
    /// <param name="first">Zero-based node, or −1 for none.</param>
    /// <param name="firstSwitches">Any of SW3 to SW6.</param>
    /// <param name="second">Zero-based node, or −1 for none; may be the first.</param>
    /// <param name="secondSwitches">Any of SW3 to SW6.</param>
    /// <exception cref="ArgumentException">A force switch.</exception>
    public void SelectInputs(int first, NodeSwitch firstSwitches, int second, NodeSwitch secondSwitches)
    {
        try
        {
            CheckState(SwitchState.Probe);
            if (((firstSwitches | secondSwitches) & ~NodeSwitch.Sense) != 0)
                throw new ArgumentException("Inputs are selected by SW3 to SW6 of a node.");

            CheckAbort();
            _selected = ProbeSetup.Film;
            _switches.BeginSense();
            if (first >= 0)
                _switches.AddSense(first, firstSwitches);

            if (second >= 0)
                _switches.AddSense(second, secondSwitches);

            ApplySense();
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    /// <summary>Whether a current of 4 µA can flow from SENSE_P to SENSE_N through what they are connected to.</summary>
    /// <exception cref="ChipException">The reading itself failed: nothing is known of the loop.</exception>
    public bool InputsConduct() => Conducts(AnalogInput.Ain0, AnalogInput.Ain1);

    /// <summary>Whether a current of 4 µA can flow from AIN2 to AIN3, which is through R_REF.</summary>
    /// <exception cref="ChipException">The reading itself failed: nothing is known of the loop.</exception>
    public bool ReferenceConducts() => Conducts(AnalogInput.Ain2, AnalogInput.Ain3);

    /// <summary>Puts the shunt of a node on the ADC: V(B) − V(F), the current into the electrode times R_SHUNT.</summary>
    /// <param name="node">Zero-based node.</param>
    public void SelectShunt(int node)
    {
        try
        {
            CheckState(SwitchState.Probe);
            _selected = ProbeSetup.Shunt;
            _switches.BeginSense();
            _switches.AddSense(node, NodeSwitch.ShuntPositive | NodeSwitch.ShuntNegative);
            ApplySense();
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    /// <summary>Reads what the sense buses carry, in volts, in a range of ±39 mV.</summary>
    /// <param name="volts">Result; of no use where false is returned.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>Whether the reading is in range.</returns>
    public bool TryReadSense(out double volts, out Fault fault) =>
        TryRead(AnalogInput.Ain0, AnalogInput.Ain1, (int)_selected, out volts, out fault);

    /// <summary>Reads what the sense buses carry, in volts, in a range for the film's voltages.</summary>
    /// <param name="range">One of the film's setups.</param>
    /// <param name="volts">Result; of no use where false is returned.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>Whether the reading is in range.</returns>
    public bool TryReadFilm(ProbeSetup range, out double volts, out Fault fault) =>
        TryRead(AnalogInput.Ain0, AnalogInput.Ain1, (int)range, out volts, out fault);

    /// <summary>Reads the voltage of R_REF in volts: the probe current that comes back.</summary>
    /// <param name="volts">Result; of no use where false is returned.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>Whether the reading is in range.</returns>
    public bool TryReadReference(out double volts, out Fault fault) =>
        TryRead(AnalogInput.Ain2, AnalogInput.Ain3, (int)ProbeSetup.Reference, out volts, out fault);

    /// <summary>Reads the 20 mV that the ADC makes itself, in volts: the check of a setup's gain.</summary>
    /// <param name="setup">Setup to check.</param>
    /// <param name="reversed">With its ends exchanged: half the difference of both readings is free of offset.</param>
    /// <param name="volts">Result; of no use where false is returned.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>Whether the reading is in range.</returns>
    public bool TryReadInternalSource(ProbeSetup setup, bool reversed, out double volts, out Fault fault)
    {
        AnalogInput positive = reversed ? AnalogInput.InternalNegative : AnalogInput.InternalPositive;
        AnalogInput negative = reversed ? AnalogInput.InternalPositive : AnalogInput.InternalNegative;
        return TryRead(positive, negative, (int)setup, out volts, out fault);
    }

    /// <summary>What a setup reads, in words.</summary>
    public static string NameOf(ProbeSetup setup) => setup switch
    {
        ProbeSetup.Reference => "the probe current on R_REF",
        ProbeSetup.Shunt => "the shunts",
        ProbeSetup.FilmX16 => "the voltages of the film to 156 mV",
        ProbeSetup.FilmX4 => "the voltages of the film to 625 mV",
        ProbeSetup.FilmX1 => "the voltages of the film to 2.5 V",
        ProbeSetup.Monitor => "gold terminals and rails",
        _ => "the voltages of the film",
    };

    /// <summary>Sets the DACs, connects the pulse drivers to the gold layer and leaves the gate off.</summary>
    /// <param name="nodeVolts">N amplitudes in volts.</param>
    /// <exception cref="ArgumentException">Wrong length or a voltage beyond the limits.</exception>
    public void ConnectPulse(double[] nodeVolts)
    {
        try
        {
            if (nodeVolts.Length != NodeCount)
            {
                throw new ArgumentException("A board of " + NodeCount.ToString() + " nodes needs as many voltages, got "
                    + nodeVolts.Length.ToString() + ".");
            }

            double largest = 0;
            for (int i = 0; i < NodeCount; i++)
            {
                _limits.CheckPulse(nodeVolts[i], 1);
                largest = Math.Max(largest, Math.Abs(nodeVolts[i]));
            }

            CheckAbort();
            CheckPulseLock();
            OpenAndVerify();
            State = SwitchState.Pulse;
            _pulseVolts = largest;
            _dacClear.Write(PinValue.High);
            for (int i = 0; i < _dacs.Length; i++)
                _dacs[i].CheckReady();

            for (int i = 0; i < NodeCount; i++)
                _dacs[i / Ad5754Dac.ChannelCount].Write(i % Ad5754Dac.ChannelCount, nodeVolts[i]);

            _switches.ConnectPulse();
            Clock.Wait(SwitchSettleMicroseconds);
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    /// <summary>Fires one pulse, after the rest that the duty limit asks since the last one.</summary>
    /// <param name="widthMicroseconds">Width in microseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pulse passes a limit.</exception>
    public void Fire(int widthMicroseconds)
    {
        try
        {
            CheckState(SwitchState.Pulse);
            CheckPulseLock();
            _limits.CheckPulse(_pulseVolts, widthMicroseconds);
            Rest();
            _interlock.RequestFire();

            // Set before the pulse too, so that a gate that fails half way has its rest all the same.
            _earliestPulse = Clock.Microseconds + widthMicroseconds + _limits.RestMicroseconds(widthMicroseconds);
            _gate.Fire(widthMicroseconds);
            _interlock.ConfirmFired();
            _earliestPulse = Clock.Microseconds + _limits.RestMicroseconds(widthMicroseconds);
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    /// <summary>Opens everything and disposes the SPI links.</summary>
    public void Dispose()
    {
        if (_ready)
            Abort();

        _ready = false;
        _adc.Dispose();
        for (int i = 0; i < _dacs.Length; i++)
            _dacs[i].Dispose();

        _switches.Dispose();
    }

    // In G = I/V = (V_shunt/R_shunt)/V_film the gain error of the ADC cancels where all are read at gain 64, which is worth more than the
    // last tenth of noise between gains 64 and 128. Three setups all the same, with one calibration for all: a wrong gain of one of them
    // then shows against the others. The film's coarser ranges are compared with the fine one on the chip's own 20 mV, when first used.
    private void ConfigureAdc(int filterDivider)
    {
        Configure(ProbeSetup.Reference, Gain.X64, filterDivider);
        Configure(ProbeSetup.Shunt, Gain.X64, filterDivider);
        Configure(ProbeSetup.Film, Gain.X64, filterDivider);
        Configure(ProbeSetup.FilmX16, Gain.X16, filterDivider);
        Configure(ProbeSetup.FilmX4, Gain.X4, filterDivider);
        Configure(ProbeSetup.FilmX1, Gain.X1, filterDivider);
        Configure(ProbeSetup.Monitor, Gain.X1, MonitorFilterDivider);
        _adc.Configure(ContinuitySetup, Gain.X1, FilterKind.Sinc3, filterDivider, BurnoutCurrent.MicroAmperes4);
        _adc.Calibrate((int)ProbeSetup.Reference, AnalogInput.Ain0, AnalogInput.Ain1);
        _adc.CopyCalibration((int)ProbeSetup.Reference, (int)ProbeSetup.Shunt);
        _adc.CopyCalibration((int)ProbeSetup.Reference, (int)ProbeSetup.Film);
    }

    private void Configure(ProbeSetup setup, Gain gain, int filterDivider) =>
        _adc.Configure((int)setup, gain, FilterKind.Sinc3, filterDivider, BurnoutCurrent.Off);

    // Up to seconds, where the duty limit is small: in slices, so that an abort does not wait for it.
    private void Rest()
    {
        CheckAbort();
        long left = _earliestPulse - Clock.Microseconds;
        while (left > 0)
        {
            Clock.Wait((int)Math.Min(left, RestSliceMicroseconds));
            CheckAbort();
            left = _earliestPulse - Clock.Microseconds;
        }
    }

    private void CheckLength(Pattern geometry)
    {
        if (geometry.Length != NodeCount)
        {
            throw new ArgumentException("A board of " + NodeCount.ToString() + " nodes cannot take a pattern of "
                + geometry.Length.ToString() + ".");
        }

        for (int i = 1; i < NodeCount; i++)
        {
            if (geometry[i] != geometry[0])
                return;
        }

        throw new ArgumentException("The geometry " + geometry.ToString() + " has only one group: no current can flow.");
    }

    private void CheckReady()
    {
        if (!_ready)
        {
            throw new InvalidOperationException(
                "The board is not initialised, or a fault has put a chip's settings in doubt: initialise it.");
        }
    }

    private void CheckState(SwitchState state)
    {
        CheckReady();
        if (State != state)
        {
            throw new InvalidOperationException(state switch
            {
                SwitchState.Pulse => "Connect the pulse path first.",
                SwitchState.PulseTest => "Connect the test of the pulse switches first.",
                _ => "Connect the probe path first.",
            });
        }
    }

    // An open loop takes the input to its limit; any other fault than that says nothing of the loop, and must not pass for an open one.
    private bool Conducts(AnalogInput positive, AnalogInput negative)
    {
        bool isValid = TryRead(positive, negative, ContinuitySetup, out double volts, out Fault fault);
        if (!isValid && (fault & ~(Fault.OutOfRange | Fault.Saturated | Fault.Conversion)) != 0)
        {
            throw new ChipException(
                "AD7124-8", "ERROR (0x06)", "no fault", Ad7124Adc.Describe(fault), "the reading of a loop failed: try again");
        }

        return isValid && Math.Abs(volts) < OpenLoopVolts;
    }

    private double ReadMonitor(AnalogInput input, out Fault fault)
    {
        TryRead(input, AnalogInput.Ain3, (int)ProbeSetup.Monitor, SwitchState.PulseTest, out double volts, out fault);

        // Divisor: a constant of the board.
        return volts / MonitorInputs.Ratio;
    }

    private bool TryRead(AnalogInput positive, AnalogInput negative, int setup, out double volts, out Fault fault) =>
        TryRead(positive, negative, setup, SwitchState.Probe, out volts, out fault);

    private bool TryRead(AnalogInput positive, AnalogInput negative, int setup, SwitchState state, out double volts, out Fault fault)
    {
        try
        {
            CheckState(state);
            CheckAbort();
            return _adc.TryReadVolts(positive, negative, setup, out volts, out fault);
        }
        catch (Exception e)
        {
            Abort();
            throw e;
        }
    }

    // The only way to a probe current, as those of BoardSwitches are to a closed switch.
    private void SetExcitation(bool on)
    {
        _interlock.RequestExcitation(on);
        _adc.SetExcitation(on ? ExcitationCurrent.MicroAmperes500 : ExcitationCurrent.Off, AnalogInput.Ain4);
        _interlock.ConfirmExcitation(on);
    }

    private void OpenAndVerify()
    {
        CheckReady();
        SetExcitation(false);
        _switches.Open();
        if (State == SwitchState.Pulse)
        {
            for (int i = 0; i < _dacs.Length; i++)
                _dacs[i].Clear();

            _dacClear.Write(PinValue.Low);
        }

        State = SwitchState.AllOpen;
    }

    private void ApplySense()
    {
        _switches.ApplySense();
        Clock.Wait(SwitchSettleMicroseconds);
    }

    private void TryHoldDacs()
    {
        try
        {
            _dacClear.Write(PinValue.Low);
        }
        catch
        {
            // The switches, opened next, keep the DACs from the film.
            _ready = false;
        }
    }

    private bool TryStopExcitation()
    {
        for (int attempt = 0; attempt < ExcitationAttempts; attempt++)
        {
            try
            {
                SetExcitation(false);
                return true;
            }
            catch
            {
                // A reset turns the current off too, and loses the setup.
                _ready = false;
            }

            try
            {
                _adc.Reset();
                SetExcitation(false);
                return true;
            }
            catch
            {
                _ready = false;
            }
        }

        return false;
    }
}
