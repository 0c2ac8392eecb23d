using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Measure.SelfTest;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Recall;
using MagHopfield.Instrument.Train;
using MagHopfield.Shared;

namespace MagHopfield.Instrument;

/// <summary>
/// The instrument: trains a self-learning film, measures its conductance matrix, forms Hopfield weights and recalls patterns
/// (Niu et al., PNAS 2024). The same code runs on the ESP32 and on the virtual board.
/// </summary>
public sealed class HopfieldInstrument : IDisposable
{
    // An asynchronous recall needs some tens of draws a node; a synchronous one settles or alternates within a few rounds.
    private const int AsynchronousIterationsPerNode = 1000;
    private const int SynchronousIterations = 1000;

    private readonly AnalogBoard _board;
    private readonly ConductanceMeter _meter;
    private readonly PulseTrainer _trainer;
    private readonly PulseGuard _guard;
    private readonly ILedPanel _panel;
    private ReferenceConductance _reference = new ReferenceConductance();
    private WeightMatrix? _weights;
    private double _restoredResolution;
    private int _filterDivider;

    /// <summary>An instrument on open buses; nothing is sent before <see cref="Initialise"/>.</summary>
    /// <param name="hardware">Buses, pins, clock and panel; SPI links are disposed with the instrument.</param>
    /// <param name="settings">Resistances and limits.</param>
    public HopfieldInstrument(BoardHardware hardware, InstrumentSettings settings)
    {
        Settings = settings;
        _board = new AnalogBoard(hardware, settings.Limits);
        _meter = new ConductanceMeter(_board, settings);
        _trainer = new PulseTrainer(_board, settings.Limits);
        _guard = new PulseGuard(_board, settings);
        _panel = hardware.Panel;
    }

    /// <summary>Number of nodes N.</summary>
    public int NodeCount => _board.NodeCount;

    /// <summary>Resistances and limits.</summary>
    public InstrumentSettings Settings { get; }

    /// <summary>State of the board's switches.</summary>
    public SwitchState State => _board.State;

    /// <summary>Whether <see cref="Initialise"/> has passed and no fault has put a chip's settings in doubt since.</summary>
    public bool IsReady => _board.IsReady;

    /// <summary>
    /// Watches measurements, trainings, recalls and self-tests and can end them, or null. An operation that was ended throws
    /// <see cref="OperationAbortedException"/>; <see cref="Initialise"/> runs to its end, but for the measurement of noise.
    /// </summary>
    public IOperationMonitor? Monitor
    {
        get => _board.Monitor;
        set => _board.Monitor = value;
    }

    /// <summary>
    /// The shunts as compared with R_REF, or null where they count as what the settings say. A calibration that was kept is given back
    /// here after a restart.
    /// </summary>
    /// <exception cref="ArgumentException">A calibration of another number of nodes.</exception>
    public ShuntCalibration? ShuntCalibration
    {
        get => _meter.Calibration;
        set => _meter.Calibration = value;
    }

    /// <summary>The last measurement, or null.</summary>
    public ConductanceMeasurement? LastMeasurement { get; private set; }

    /// <summary>The reference of the weights as gathered so far.</summary>
    public ReferenceConductance Reference => _reference;

    /// <summary>
    /// Why no pulse may be fired, or null where one may. A self-test that finds something locks pulses until one passes; so do a rail out
    /// of range and a switch that does not open, which are looked for at <see cref="Initialise"/> and before every train.
    /// </summary>
    public string? PulseLock => _board.PulseLock;

    /// <summary>
    /// +6.5 V rail of the pulse drivers in volts, as last read by the measuring ADC (at <see cref="Initialise"/>, in a self-test, before a
    /// train); NaN before.
    /// </summary>
    public double SupplyVolts => _board.SupplyVolts;

    /// <summary>
    /// Resets, identifies and configures all chips, looks at the rails and for pulse switches that do not open, and measures the noise of a
    /// reading.
    /// </summary>
    /// <exception cref="MagHopfield.Instrument.Spi.ChipException">A chip does not answer as it must.</exception>
    /// <exception cref="PulseLockedException">
    /// A rail is out of range, or a pulse switch does not open: pulses are locked. With such a switch no probe path is closed either; with
    /// a wrong rail the board measures.
    /// </exception>
    public void Initialise()
    {
        _filterDivider = Settings.FilterDivider;
        _board.Initialise(_filterDivider);
        bool isSound;
        try
        {
            isSound = _guard.CheckAtStart().Passed;
            _board.OpenAll();
        }
        catch (Exception e)
        {
            // Whether a pulse switch opens is not known, so nothing is closed before the next attempt.
            _board.Abort();
            _board.Distrust();
            throw e;
        }

        if (!_board.PulseWelded)
            _meter.MeasureNoise();

        if (!isSound)
            _board.CheckPulseLock();
    }

    /// <summary>
    /// Tests the board and the leads to film and gold, without a pulse: finds and names a wrong gain, a wrong rail, a stuck switch, an open
    /// electrode or lead, a wrong shunt, a short. What it finds locks pulses until it passes.
    /// </summary>
    /// <exception cref="MagHopfield.Instrument.Spi.ChipException">A chip or the bus failed.</exception>
    public SelfTestReport SelfTest() => new BoardSelfTest(_board, Settings).Run();

    /// <summary>
    /// Compares the shunts with R_REF, with the film connected; measurements use the result from then on. About 0.1 s × rounds for 4
    /// nodes.
    /// </summary>
    /// <param name="rounds">Rounds over both directions of the current, 1 … 1000; 16 give 2e-6.</param>
    /// <param name="date">When it is made, in the caller's words; kept with the result.</param>
    /// <returns>The calibration, to be kept. An error on the way leaves the old one.</returns>
    /// <exception cref="MeasurementException">Readings that cannot be right, or a shunt of another value.</exception>
    public ShuntCalibration CalibrateShunts(int rounds, string date)
    {
        SetUpFilter();
        return _meter.CalibrateShunts(rounds, date);
    }

    /// <summary>Trains a pattern into the film.</summary>
    /// <param name="pattern">N signs.</param>
    /// <param name="volts">Amplitude in volts.</param>
    /// <param name="widthMicroseconds">Width of each pulse in microseconds.</param>
    /// <param name="count">Number of pulses.</param>
    /// <exception cref="ArgumentException">Wrong length, or beyond the limits; nothing was moved.</exception>
    /// <exception cref="PulseLockedException">The board has failed a test, before or now; no pulse was fired.</exception>
    public void Train(Pattern pattern, double volts, int widthMicroseconds, int count)
    {
        // What was measured before no longer holds.
        LastMeasurement = null;
        _weights = null;
        _trainer.Check(pattern, volts, widthMicroseconds, count);
        _guard.CheckBeforePulses();
        _trainer.Train(pattern, volts, widthMicroseconds, count);
    }

    /// <summary>Measures the conductance matrix of the film by the scheme of the settings.</summary>
    /// <param name="averages">Rounds over all wirings, 1 … 1000.</param>
    public ConductanceMeasurement MeasureConductance(int averages) => MeasureConductance(averages, Settings.SchemeOf(NodeCount));

    /// <summary>Measures the conductance matrix of the film.</summary>
    /// <param name="averages">Rounds over all wirings, 1 … 1000.</param>
    /// <param name="scheme">Which wirings.</param>
    /// <exception cref="ArgumentException">Another number of rounds, or more nodes than the scheme can take.</exception>
    public ConductanceMeasurement MeasureConductance(int averages, MeasurementScheme scheme)
    {
        LastMeasurement = null;
        _weights = null;
        SetUpFilter();
        ConductanceMeasurement measurement = _meter.Measure(averages, scheme);
        LastMeasurement = measurement;
        return measurement;
    }

    /// <summary>Trains every pattern that the film can learn once, one pulse each, and makes the reference anew from the matrices
    /// measured.</summary>
    /// <param name="volts">Amplitude in volts.</param>
    /// <param name="widthMicroseconds">Width of each pulse in microseconds.</param>
    /// <returns>The new reference. An error on the way leaves the old one.</returns>
    public ReferenceConductance CalibrateReference(double volts, int widthMicroseconds)
    {
        ReferenceConductance reference = new ReferenceConductance();
        int patterns = WiringGeometry.Count(NodeCount);
        for (int i = 0; i < patterns; i++)
        {
            Train(WiringGeometry.Of(i, NodeCount), volts, widthMicroseconds, 1);
            reference.Include(MeasureConductance(Settings.Averages).Conductance);
        }

        _reference = reference;
        _weights = null;
        return reference;
    }

    /// <summary>Widens the reference by one measured matrix.</summary>
    /// <param name="measured">G in siemens.</param>
    public void IncludeInReference(ConductanceMatrix measured)
    {
        _reference.Include(measured);
        _weights = null;
    }

    /// <summary>Starts an empty reference.</summary>
    public void ClearReference()
    {
        _reference = new ReferenceConductance();
        _weights = null;
    }

    /// <summary>Puts a stored reference in place of the present one.</summary>
    /// <param name="reference">Reference of a film of as many nodes.</param>
    /// <exception cref="ArgumentException">Another number of nodes.</exception>
    public void RestoreReference(ReferenceConductance reference)
    {
        if (reference.Minimum.NodeCount != NodeCount)
        {
            throw new ArgumentException("An instrument of " + NodeCount.ToString() + " nodes cannot take a reference of "
                + reference.Minimum.NodeCount.ToString() + ".");
        }

        _reference = reference;
        _weights = null;
    }

    /// <summary>Puts stored weights in place of those of the last measurement, until the next measurement or training.</summary>
    /// <param name="weights">Weights in siemens, of as many nodes.</param>
    /// <param name="fieldResolution">Local field in siemens up to which recall takes it for 0, 0 or more.</param>
    /// <exception cref="ArgumentException">Another number of nodes, or a resolution that is none.</exception>
    public void RestoreWeights(WeightMatrix weights, double fieldResolution)
    {
        if (weights.NodeCount != NodeCount || !(0 <= fieldResolution))
        {
            throw new ArgumentException("An instrument of " + NodeCount.ToString() + " nodes cannot take weights of "
                + weights.NodeCount.ToString() + " with a resolution of " + fieldResolution.ToString() + " S.");
        }

        LastMeasurement = null;
        _weights = weights;
        _restoredResolution = fieldResolution;
    }

    /// <summary>Whether there are weights: measured after the last training with a reference, or restored.</summary>
    public bool HasWeights => _weights != null || (LastMeasurement != null && _reference.Count > 0);

    /// <summary>Weights w_ij = G_ij − G_avg,ij of the last measurement in siemens (Niu 2024, below eq. 4).</summary>
    /// <exception cref="InvalidOperationException">Nothing was measured since the last training, or the reference is empty.</exception>
    public WeightMatrix Weights
    {
        get
        {
            if (_weights == null)
            {
                ConductanceMeasurement measurement = LastMeasurement
                    ?? throw new InvalidOperationException("There are no weights: measure the conductance after the last training.");
                _weights = WeightMatrix.FromConductance(measurement.Conductance, _reference.Average());
            }

            return _weights;
        }
    }

    /// <summary>Hopfield energy of a state for amplitudes of 1 V, in watts (Niu 2024, eq. 4).</summary>
    /// <param name="state">N signs.</param>
    public double Energy(Pattern state)
    {
        CheckLength(state);
        return Weights.Energy(state);
    }

    /// <summary>Recalls from the weights (Niu 2024, "Inference process for associative memory").</summary>
    /// <param name="start">Distorted pattern, N signs.</param>
    /// <param name="mode">Order in which the nodes are renewed.</param>
    /// <param name="seed">Seed of the order of the nodes in asynchronous mode; of no effect otherwise.</param>
    public RecallResult Recall(Pattern start, RecallMode mode, int seed)
    {
        CheckLength(start);
        return Recall(new HopfieldRecall(new WatchedField(Weights, _board), FieldResolution), start, mode, seed);
    }

    /// <summary>
    /// Recalls from currents measured on the film for every field (Niu 2024, "Inference process for associative memory", steps 1 to 8),
    /// against the calibrated reference.
    /// </summary>
    /// <param name="start">Distorted pattern, N signs.</param>
    /// <param name="mode">Order in which the nodes are renewed.</param>
    /// <param name="seed">Seed of the order of the nodes in asynchronous mode; of no effect otherwise.</param>
    /// <param name="xi">ξ of I_i − ξ I_i^ref: 1 for a reference in the middle of the range, 0.98 in the paper for a saturated film.</param>
    /// <exception cref="MeasurementException">Readings that cannot be right.</exception>
    public RecallResult RecallOnFilm(Pattern start, RecallMode mode, int seed, double xi) =>
        RecallOnFilm(start, mode, seed, xi, _reference.Average());

    /// <summary>Recalls from currents measured on the film for every field, against a stored reference.</summary>
    /// <param name="start">Distorted pattern, N signs.</param>
    /// <param name="mode">Order in which the nodes are renewed.</param>
    /// <param name="seed">Seed of the order of the nodes in asynchronous mode; of no effect otherwise.</param>
    /// <param name="xi">ξ of I_i − ξ I_i^ref, above 0, at most 2 (paper: 0.98).</param>
    /// <param name="reference">Reference in siemens, such as the matrix of the film saturated out of plane.</param>
    /// <exception cref="MeasurementException">Readings that cannot be right.</exception>
    public RecallResult RecallOnFilm(Pattern start, RecallMode mode, int seed, double xi, ConductanceMatrix reference)
    {
        CheckLength(start);
        SetUpFilter();
        return OnFilm(start, mode, seed, xi, reference);
    }

    /// <summary>
    /// Truth table of the film as a gate for the inputs 00, 01, 10, 11 of nodes 2 and 3, output at node 4 (Niu 2024, "Boolean logics
    /// operation"), from the weights of the last measurement.
    /// </summary>
    /// <param name="control">Control input, node 1.</param>
    /// <exception cref="InvalidOperationException">No weights, another film than one of 4 nodes, or no gate was trained.</exception>
    public bool[] TruthTable(bool control)
    {
        CheckGateNodes();
        return BooleanGate.TruthTable(Weights, control, FieldResolution);
    }

    /// <summary>Control input (node 1) that makes the film this gate, by the weights of the last measurement.</summary>
    /// <param name="gate">Gate whose pattern was trained.</param>
    /// <exception cref="InvalidOperationException">No weights, or another film than one of 4 nodes.</exception>
    public bool GateControl(LogicGate gate)
    {
        CheckGateNodes();
        return BooleanGate.Control(gate, Weights);
    }

    /// <summary>
    /// Uncertainty in siemens of a local field for amplitudes of 1 V: N − 1 elements, each as uncertain as the largest of them is by
    /// <see cref="InstrumentSettings.RelativeAccuracy"/>, added in quadrature.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing was measured since the last training.</exception>
    public double FieldResolution
    {
        get
        {
            if (LastMeasurement == null && _weights != null)
                return _restoredResolution;

            ConductanceMeasurement measurement = LastMeasurement
                ?? throw new InvalidOperationException("There is no field: measure the conductance after the last training.");
            return Resolution(measurement.Conductance);
        }
    }

    /// <summary>The panel for letters, or null where the board has none.</summary>
    public ILetterPanel? LetterPanel => _panel as ILetterPanel;

    /// <summary>Shows a pattern on the LEDs.</summary>
    /// <param name="pattern">N signs.</param>
    public void Show(Pattern pattern)
    {
        CheckLength(pattern);
        _panel.Show(pattern);
    }

    /// <summary>Opens all switches, turns the probe current off, sets the DACs to 0 V, and reads all of it back.</summary>
    public void OpenAll() => _board.OpenAll();

    /// <summary>Opens everything and disposes the SPI devices.</summary>
    public void Dispose() => _board.Dispose();

    // The settings may ask for another filter than the ADC was set up with.
    private void SetUpFilter()
    {
        if (IsReady && _filterDivider != Settings.FilterDivider)
            Initialise();
    }

    private RecallResult OnFilm(Pattern start, RecallMode mode, int seed, double xi, ConductanceMatrix reference)
    {
        try
        {
            _meter.Reader.Begin();
            FilmField field = new FilmField(_meter.Reader, reference, xi);
            RecallResult result = Recall(new HopfieldRecall(field, Resolution(reference)), start, mode, seed);
            _board.OpenAll();
            return result;
        }
        catch (Exception e)
        {
            _board.Abort();
            throw e;
        }
    }

    private RecallResult Recall(HopfieldRecall recall, Pattern start, RecallMode mode, int seed)
    {
        switch (mode)
        {
            case RecallMode.Synchronous:
                return recall.Synchronous(start, SynchronousIterations);
            case RecallMode.Asynchronous:
                return recall.Asynchronous(start, seed, AsynchronousIterationsPerNode * NodeCount);
            default:
                return recall.SteepestDescent(start, SynchronousIterations);
        }
    }

    private double Resolution(ConductanceMatrix conductance)
    {
        double largest = 0;
        double[] pairs = conductance.ToPairs();
        for (int p = 0; p < pairs.Length; p++)
            largest = Math.Max(largest, Math.Abs(pairs[p]));

        return Settings.RelativeAccuracy * largest * Math.Sqrt(NodeCount - 1);
    }

    private void CheckGateNodes()
    {
        if (NodeCount != 4)
            throw new InvalidOperationException("A gate has 4 nodes, this film " + NodeCount.ToString() + ".");
    }

    private void CheckLength(Pattern pattern)
    {
        if (pattern.Length != NodeCount)
        {
            throw new ArgumentException("An instrument of " + NodeCount.ToString() + " nodes cannot take a pattern of "
                + pattern.Length.ToString() + ".");
        }
    }
}
