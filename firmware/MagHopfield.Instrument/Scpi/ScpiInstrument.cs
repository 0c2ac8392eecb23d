using System;
using System.Threading;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure.SelfTest;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Settings;
using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// The instrument on the wire (IEEE 488.2, SCPI 1999.0). Bytes come by the sessions, each on the thread of its link; whatever touches the
/// chips runs on the one thread that calls <see cref="Work"/>. So status queries are answered while an operation runs, and ABORt ends it.
/// </summary>
public sealed class ScpiInstrument : IOperationMonitor
{
    /// <summary>Most clients at a time.</summary>
    public const int MostSessions = 4;

    // The longest message has a value a pair, as text of up to 24 bytes each; no less room than for 16 of them.
    private const int MessageBytes = 1024;
    private const int ValueBytes = 24;
    private const int LeastValues = 16;

    private readonly object _gate = new object();
    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private readonly ScpiSession?[] _sessions = new ScpiSession?[MostSessions];
    private object? _owner;
    private ScpiOperation? _operation;
    private bool _isUsed;
    private bool _abort;

    /// <summary>Puts an instrument on the wire.</summary>
    /// <param name="instrument">Instrument; its monitor is taken over.</param>
    /// <param name="commands">What it understands.</param>
    /// <param name="identity">Answer to *IDN?.</param>
    /// <param name="store">Settings in flash.</param>
    /// <param name="clock">Time.</param>
    public ScpiInstrument(
        HopfieldInstrument instrument, CommandTable commands, InstrumentIdentity identity, SettingsStore store, IInstrumentClock clock)
    {
        Instrument = instrument;
        Identity = identity;
        Store = store;
        Clock = clock;
        instrument.Monitor = this;
        Table = commands;
        LoadAtStart();
    }

    /// <summary>The instrument.</summary>
    public HopfieldInstrument Instrument { get; }

    /// <summary>Answer to *IDN?.</summary>
    public InstrumentIdentity Identity { get; }

    /// <summary>Settings in flash.</summary>
    public SettingsStore Store { get; }

    /// <summary>Time.</summary>
    public IInstrumentClock Clock { get; }

    /// <summary>All commands.</summary>
    public CommandTable Table { get; }

    /// <summary>Power of the board, or null where nothing watches it.</summary>
    public IPowerMonitor? Power { get; set; }

    /// <summary>What was wrong with the saved state at the last start or load: <see cref="ScpiError.SaveRecallMemoryLost"/>,
    /// <see cref="ScpiError.ConfigurationMemoryLost"/>, or <see cref="ScpiError.None"/>. Every new client finds it in its error queue until
    /// a state is saved or the flash erased.</summary>
    public int StateError { get; private set; }

    /// <summary>What was lost, what is in use now, and what to do; empty where nothing was.</summary>
    public string StateWarning { get; private set; } = "";

    /// <summary>
    /// Rail of the pulse drivers in volts: what the controller's own ADC sees now, else the last reading of the measuring ADC; NaN before
    /// any.
    /// </summary>
    public double SupplyVolts => Power != null ? Power.SupplyVolts : Instrument.SupplyVolts;

    /// <summary>Whether an operation, or another client, has the instrument.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_gate)
                return _owner != null;
        }
    }

    /// <summary>Whether an operation runs.</summary>
    internal bool IsRunning => Begun() != null;

    /// <summary>Pattern trained last, or null.</summary>
    internal Pattern? LastTrained { get; set; }

    /// <summary>Pattern shown last, or null.</summary>
    internal Pattern? LastShown { get; set; }

    /// <summary>Result of the last self-test, or null.</summary>
    internal SelfTestReport? LastTest { get; set; }

    /// <summary>When the reference was made, in seconds since 1970-01-01 UTC; 0 where that is not known.</summary>
    internal long ReferenceDate { get; set; }

    /// <summary>The parts of a reference that have come, or null where none is under way.</summary>
    internal ReferenceParts? ReferenceParts { get; set; }

    /// <summary>Steps done of the present stage of the operation; 0 where none runs.</summary>
    public int StepsDone { get; private set; }

    /// <summary>Steps of the present stage of the operation.</summary>
    public int StepsTotal { get; private set; }

    bool IOperationMonitor.AbortRequested => _abort;

    void IOperationMonitor.Progress(int done, int total)
    {
        StepsDone = done;
        StepsTotal = total;
    }

    /// <summary>Takes in a client.</summary>
    /// <param name="output">The way back to it.</param>
    /// <exception cref="InvalidOperationException">There are <see cref="MostSessions"/> already.</exception>
    public ScpiSession Connect(IScpiOutput output)
    {
        int pairs = Instrument.NodeCount * (Instrument.NodeCount - 1) / 2;
        int bytes = MessageBytes + ValueBytes * Math.Max(pairs, LeastValues);
        ScpiSession session = new ScpiSession(this, output, bytes);
        lock (_gate)
        {
            for (int i = 0; i < MostSessions; i++)
            {
                if (_sessions[i] == null)
                {
                    if (StateError != ScpiError.None)
                        session.Fail(StateError, StateWarning);

                    _sessions[i] = session;
                    return session;
                }
            }
        }

        throw new InvalidOperationException("The instrument has " + MostSessions.ToString() + " clients, which is all that it takes.");
    }

    /// <summary>Ends what runs, if anything: an operation, or what buttons have begun. It opens all switches on its way out.</summary>
    public void Abort()
    {
        lock (_gate)
            _abort = _operation != null || _isUsed;
    }

    /// <summary>
    /// Runs the operations that clients have begun, and lets go on what waited for them. To be called again and again, always by the same
    /// thread.
    /// </summary>
    /// <param name="milliseconds">How long to wait for something to do; 0 or more.</param>
    /// <returns>Whether there was something to do.</returns>
    public bool Work(int milliseconds)
    {
        bool worked = false;
        bool again = _wake.WaitOne(milliseconds, false);
        while (again)
        {
            worked = true;
            ScpiOperation? operation = Begun();
            if (operation != null)
                Run(operation);

            again = operation != null;
            for (int i = 0; i < MostSessions; i++)
            {
                ScpiSession? session = _sessions[i];
                again |= session != null && session.IsWaiting && session.Resume();
            }
        }

        return worked;
    }

    /// <summary>
    /// Does something with the instrument on the thread of <see cref="Work"/>, where no client has it; clients wait meanwhile. For buttons.
    /// </summary>
    /// <param name="work">What is done; ABORt ends it by an <see cref="OperationAbortedException"/>.</param>
    /// <returns>Whether nobody had the instrument.</returns>
    public bool TryUse(ScpiWork work)
    {
        lock (_gate)
        {
            if (_owner != null)
                return false;

            _owner = this;
            _isUsed = true;
            _abort = false;
        }

        try
        {
            work();
        }
        finally
        {
            lock (_gate)
            {
                _owner = null;
                _isUsed = false;
                _abort = false;
            }

            _wake.Set();
        }

        return true;
    }

    /// <summary>Takes the instrument for a session where nobody has it.</summary>
    internal bool TryClaim(ScpiSession session)
    {
        lock (_gate)
        {
            if (_owner != null)
                return false;

            _owner = session;
            return true;
        }
    }

    /// <summary>Gives the instrument back, unless an operation was begun, which keeps it to its end.</summary>
    internal void ReleaseUnlessStarted(ScpiSession session)
    {
        lock (_gate)
        {
            if (_operation == null)
                _owner = null;
        }

        _wake.Set();
    }

    /// <summary>Hands an operation to the thread of <see cref="Work"/>. The session has the instrument.</summary>
    internal void Start(ScpiSession session, int condition, ScpiWork work, ScpiAnswer? answer)
    {
        ScpiOperation operation = new ScpiOperation(session, condition, work, answer);
        if (answer != null)
            session.Await(operation);

        lock (_gate)
        {
            _operation = operation;
            _abort = false;
        }

        ShowConditions(condition);
    }

    /// <summary>Ends the operation of a session, if it runs one.</summary>
    internal void AbortOf(ScpiSession session)
    {
        lock (_gate)
            _abort |= _operation != null && _operation.Session == session;
    }

    /// <summary>Forgets a session.</summary>
    internal void Disconnect(ScpiSession session)
    {
        AbortOf(session);
        lock (_gate)
        {
            for (int i = 0; i < MostSessions; i++)
            {
                if (_sessions[i] == session)
                    _sessions[i] = null;
            }
        }
    }

    /// <summary>Brings the conditions of STATus up to date.</summary>
    internal void ShowConditions()
    {
        ScpiOperation? operation = Begun();
        ShowConditions(operation != null ? operation.Condition : 0);
    }

    /// <summary>Saves settings, reference and weights.</summary>
    internal void Save()
    {
        Store.Save(InstrumentState.Of(this));
        Warn(ScpiError.None, "");
    }

    /// <summary>Erases the flash.</summary>
    internal void ClearStore()
    {
        Store.Clear();
        Warn(ScpiError.None, "");
    }

    /// <summary>Takes settings, reference and weights from flash.</summary>
    /// <exception cref="FlashException">There is no state, or it is none of this instrument.</exception>
    /// <exception cref="ScpiException">What was saved is damaged.</exception>
    internal void Load()
    {
        byte[]? state = Store.Load();
        if (state == null)
        {
            WarnOfLoss();
            throw StateError == ScpiError.None
                ? new FlashException("The flash holds no state: send MEMory:SAVE.")
                : new ScpiException(StateError, StateWarning);
        }

        int passedOver = InstrumentState.Give(this, state);
        if (Store.Damage == StateDamage.NewestLost)
        {
            Warn(ScpiError.SaveRecallMemoryLost, "the newest saved state is damaged, number " + Store.Sequence.ToString()
                + " before it is in use: check the settings, then send MEMory:SAVE");
        }
        else if (passedOver > 0)
        {
            Warn(
                ScpiError.ConfigurationMemoryLost,
                passedOver.ToString() + " entries of the saved state are of another firmware and were passed over: "
                + "check the settings, then send MEMory:SAVE");
        }
        else
        {
            Warn(ScpiError.None, "");
        }
    }

    private void LoadAtStart()
    {
        try
        {
            if (Store.Sequence > 0)
                Load();
            else
                WarnOfLoss();
        }
        catch (FlashException e)
        {
            // A state of another board or of a broken firmware; some settings may have been taken from it.
            Table.Reset();
            Warn(ScpiError.ConfigurationMemoryLost, "defaults are in use. " + e.Message);
        }
    }

    private void WarnOfLoss()
    {
        if (Store.Damage == StateDamage.None)
        {
            Warn(ScpiError.None, "");
            return;
        }

        Warn(ScpiError.ConfigurationMemoryLost, "the saved state is "
            + (Store.Damage == StateDamage.OtherFirmware ? "of another firmware" : "damaged")
            + ", defaults are in use: set what you need, then send MEMory:SAVE, or MEMory:CLEar");
    }

    private void Warn(int number, string warning)
    {
        StateError = number;
        StateWarning = warning;
    }

    private ScpiOperation? Begun()
    {
        lock (_gate)
            return _operation;
    }

    private void Run(ScpiOperation operation)
    {
        try
        {
            operation.Work();
        }
        catch (Exception e)
        {
            operation.Failure = e;
            operation.Session.Tell(e);
        }

        StepsDone = 0;
        StepsTotal = 0;
        lock (_gate)
        {
            _operation = null;
            _owner = null;
            _abort = false;
        }

        ShowConditions(0);
        operation.Session.Complete(operation);
    }

    private bool IsSupplyWrong()
    {
        // NaN where nothing has been read yet.
        return Math.Abs(SupplyVolts - MonitorInputs.RailVolts) > MonitorInputs.RailTolerance;
    }

    private bool IsReferenceOld()
    {
        long now = Clock.UnixSeconds;
        return now > 0 && ReferenceDate > 0 && now - ReferenceDate > 86400L * (int)Table.Value(SettingId.Validity);
    }

    private void ShowConditions(int operation)
    {
        int questionable = (Instrument.Reference.Count == 0 || IsReferenceOld() ? QuestionableBit.Calibration : 0)
            + (Instrument.IsReady ? 0 : QuestionableBit.Board) + (Instrument.PulseLock != null ? QuestionableBit.PulsesLocked : 0)
                + (IsSupplyWrong() ? QuestionableBit.Voltage : 0);
        for (int i = 0; i < MostSessions; i++)
        {
            ScpiSession? session = _sessions[i];
            if (session != null)
                session.Status.Set(operation, questionable);
        }
    }
}
