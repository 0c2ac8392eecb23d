using System.Globalization;
using System.Security.Cryptography;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Protocol;
using MagHopfield.Shared;

namespace MagHopfield.BoardClient;

/// <summary>
/// A board that trains, measures and recalls, reached by SCPI in checked frames (docs/checked-link.md). Every method either has done what
/// it says, or throws: <see cref="BoardErrorException"/> where the board refuses, <see cref="BoardLinkException"/> where the line fails.
/// Volts, seconds, siemens.
/// </summary>
public sealed class HopfieldBoard : IDisposable
{
    private const int MostErrors = 32;
    private const int MostNodes = 64;
    private const int PairsInPart = 24;
    private const double LargestSiemens = 1e9;
    private const int MostNodesOfAllStates = 10;
    private readonly IByteLink _link;
    private readonly CheckedExchange _exchange;
    private readonly LinkPatience _patience;

    /// <summary>Begins a session on a link.</summary>
    /// <param name="link">Link; disposed with the board, and where this fails.</param>
    /// <param name="firstTag">Tag of the first frame, see <see cref="NewTag"/>.</param>
    /// <param name="patience">Times and tries, or null for the usual.</param>
    /// <exception cref="BoardLinkException">Nothing that speaks checked SCPI is at the other end.</exception>
    public HopfieldBoard(IByteLink link, uint firstTag, LinkPatience? patience = null)
    {
        _link = link;
        _patience = patience ?? new LinkPatience();
        _exchange = new CheckedExchange(link, firstTag, _patience);

        try
        {
            // Ends what somebody may have left half said on the line.
            link.Write("\n"u8);
            // What a board reports from its start, as a lost state, is told and keeps nobody from it.
            Answer identity = _exchange.Ask("*IDN?", repeatable: true);
            StartErrors = identity.ErrorCount > 0 ? TakeErrors() : [];
            Identity = PlainText.Of(new ReplyReader(identity.Bytes, "*IDN?").Rest());
            Do("*CLS");
            NodeCount = Integer("SYST:NOD?", 2, MostNodes);
            Do("FORM REAL,64");
            Do("FORM:BORD NORM");
            Do("FORM:CRC ON");
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    /// <summary>The answer to *IDN?: manufacturer, model, serial number, version; without control characters.</summary>
    public string Identity { get; }

    /// <summary>
    /// Errors that the board reported before anything was asked of it, as −314 or −315 where a saved state is lost; none where all is well.
    /// </summary>
    public IReadOnlyList<BoardError> StartErrors { get; }

    /// <summary>Number of nodes N.</summary>
    public int NodeCount { get; }

    /// <summary>Frames that had to be sent again so far.</summary>
    public int Repeats => _exchange.Repeats;

    /// <summary>Time as the link knows it.</summary>
    public ILinkClock Clock => _link.Clock;

    /// <summary>A first tag that no earlier session is likely to have had.</summary>
    public static uint NewTag() => (uint)RandomNumberGenerator.GetInt32(1, 0x10000) << 16;

    /// <summary>
    /// Sends any message and returns its answer as text, one character a byte, for a screen by way of
    /// <see cref="Recording.ReadableAnswer"/>; what runs in the background may still run then.
    /// </summary>
    /// <param name="message">One program message.</param>
    public string Say(string message) => new ReplyReader(Exchange(message, repeatable: false, isLong: true), message).Rest();

    /// <summary>Resets, identifies and configures all chips, and measures the noise of a reading.</summary>
    /// <param name="cancellation">Aborts it.</param>
    public void Initialise(CancellationToken cancellation) => Run("DIAG:INIT", cancellation);

    /// <summary>Compares the shunts with R_REF, with the film connected; the result is used from then on.</summary>
    /// <param name="rounds">Rounds, 1 … 1000.</param>
    /// <param name="cancellation">Aborts it; the old calibration stays.</param>
    public void CalibrateShunts(int rounds, CancellationToken cancellation) =>
        Run($"CAL:SHUN {rounds.ToString(CultureInfo.InvariantCulture)}", cancellation);

    /// <summary>Tests board and leads.</summary>
    /// <param name="cancellation">Aborts the test.</param>
    /// <returns>The faults found; none where all is well.</returns>
    public IReadOnlyList<string> SelfTest(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ReplyReader reader = new(Exchange("*TST?", repeatable: true, isLong: true), "*TST?");
        int count = reader.Integer(0, 1000);
        reader.End();
        return
        [
            .. Enumerable.Range(1, count).Select(i => PlainText.Of(Text($"DIAG:FIND? {i.ToString(CultureInfo.InvariantCulture)}").Text())),
        ];
    }

    /// <summary>Trains a pattern into the film.</summary>
    /// <param name="pattern">N signs.</param>
    /// <param name="volts">Amplitude in volts.</param>
    /// <param name="seconds">Width of each pulse in seconds.</param>
    /// <param name="count">Number of pulses.</param>
    /// <param name="cancellation">Aborts it; all switches open.</param>
    public void Train(Pattern pattern, double volts, double seconds, int count, CancellationToken cancellation)
    {
        SetPulse(volts, seconds, count);
        Run($"TRA \"{pattern}\"", cancellation);
    }

    /// <summary>Measures the conductance matrix.</summary>
    /// <param name="kelvin">Whether by one source and one sink at a time, instead of all splits of the nodes.</param>
    /// <param name="averages">Rounds over all wirings, 1 … 1000.</param>
    /// <param name="cancellation">Aborts it; all switches open.</param>
    public BoardMeasurement Measure(bool kelvin, int averages, CancellationToken cancellation)
    {
        Do(kelvin ? "SCH KELV" : "SCH SEV");
        Do($"AVER:COUN {averages.ToString(CultureInfo.InvariantCulture)}");
        Run("INIT", cancellation);
        return Fetch();
    }

    /// <summary>The last measurement.</summary>
    public BoardMeasurement Fetch()
    {
        ConductanceMatrix conductance = Conductance();
        double[] errors = Block("FETC:COND:ERR?", NodeCount * (NodeCount - 1) / 2);
        double[] s = Block("FETC:COND:STAT?", 8);
        return new BoardMeasurement(conductance, errors, s[0], s[1], s[2], s[3], s[4], s[5], (int)s[6]);
    }

    /// <summary>G of the last measurement in siemens, in one transfer.</summary>
    public ConductanceMatrix Conductance() => Matrix("FETC:COND?");

    /// <summary>Trains and measures every pattern that the film can learn, and makes the reference anew.</summary>
    /// <param name="volts">Amplitude in volts.</param>
    /// <param name="seconds">Width of each pulse in seconds.</param>
    /// <param name="cancellation">Aborts it; the old reference stays.</param>
    public void CalibrateReference(double volts, double seconds, CancellationToken cancellation)
    {
        SetPulse(volts, seconds, 1);
        Run("CAL:REF", cancellation);
    }

    /// <summary>The reference G_avg in siemens.</summary>
    public ConductanceMatrix Reference() => Matrix("CAL:REF?");

    /// <summary>Puts a reference in place of the present one, to the last bit.</summary>
    /// <param name="reference">Reference in siemens, of as many nodes; its pairs are sent, the diagonal follows from them.</param>
    /// <exception cref="ArgumentException">
    /// It has another number of nodes, or an element that is no conductance (finite, below 1E9 S).
    /// </exception>
    public void SetReference(ConductanceMatrix reference)
    {
        if (reference.NodeCount != NodeCount)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"a reference of {reference.NodeCount} nodes is none for a board of {NodeCount}; give one of as many."));
        }

        double[] pairs = reference.ToPairs();
        int wrong = Array.FindIndex(pairs, g => !(Math.Abs(g) < LargestSiemens));
        if (wrong >= 0)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"element {wrong + 1} of the reference is {pairs[wrong]} S; a conductance is finite and below {LargestSiemens:0E0} S."));
        }

        // In parts that fit into a frame; decimal digits would cost a rounding on the way.
        for (int first = 0; first < pairs.Length; first += PairsInPart)
        {
            string bits = string.Concat(
                pairs.Skip(first).Take(PairsInPart).Select(
                    g => BitConverter.DoubleToInt64Bits(g).ToString("X16", CultureInfo.InvariantCulture)));
            Do(string.Create(CultureInfo.InvariantCulture, $"CAL:REF:PAIR:BITS {first + 1},\"{bits}\""));
        }
    }

    /// <summary>Smallest value of each element that the calibration met, in siemens.</summary>
    public ConductanceMatrix ReferenceMinimum() => Matrix("CAL:REF:MIN?");

    /// <summary>Largest value of each element that the calibration met, in siemens.</summary>
    public ConductanceMatrix ReferenceMaximum() => Matrix("CAL:REF:MAX?");

    /// <summary>Weights w_ij = G_ij − G_avg,ij of the last measurement, N × N, in siemens.</summary>
    public double[] Weights() => Block("CALC:WEIG?", NodeCount * NodeCount);

    /// <summary>Energy of a state at V = ±1 V in watts (Niu 2024, eq. 4).</summary>
    /// <param name="state">N signs.</param>
    public double Energy(Pattern state)
    {
        ReplyReader reader = Text($"CALC:ENER? \"{state}\"");
        double energy = reader.Number();
        reader.End();
        return energy;
    }

    /// <summary>Energies of all states at V = ±1 V in watts, in the order of <see cref="Pattern.FromState"/>; for up to 10 nodes.</summary>
    /// <exception cref="InvalidOperationException">The board has more.</exception>
    public double[] Energies() => NodeCount <= MostNodesOfAllStates
        ? Block("CALC:ENER:ALL?", 1 << NodeCount)
        : throw new InvalidOperationException(
            $"{NodeCount} nodes have too many states to list; ask for the energy of each state of interest.");

    /// <summary>Local field in siemens (V = ±1 V) up to which recall takes it for 0.</summary>
    public double FieldResolution()
    {
        ReplyReader reader = Text("CALC:RES?");
        double resolution = reader.Number();
        reader.End();
        return resolution;
    }

    /// <summary>Shows a pattern on the LEDs.</summary>
    /// <param name="pattern">N signs.</param>
    public void Show(Pattern pattern) => Do($"DISP:PATT \"{pattern}\"");

    /// <summary>Recalls a pattern from the weights.</summary>
    /// <param name="start">Distorted pattern, N signs.</param>
    /// <param name="mode">Order in which the nodes are renewed.</param>
    /// <param name="seed">Seed of the random order.</param>
    public BoardRecall Recall(Pattern start, RecallMode mode, int seed)
    {
        Do($"REC:SOUR WEIG;MODE {Word(mode)};SEED {seed.ToString(CultureInfo.InvariantCulture)}");
        return Recalled(start);
    }

    /// <summary>
    /// Recalls a pattern from currents measured on the film for every field (Niu et al., PNAS 2024, "Inference process").
    /// </summary>
    /// <param name="start">Distorted pattern, N signs.</param>
    /// <param name="mode">Order in which the nodes are renewed.</param>
    /// <param name="seed">Seed of the random order.</param>
    /// <param name="xi">ξ of I − ξ I_ref, 0.01 … 2; I_ref by the present reference.</param>
    public BoardRecall RecallByCurrents(Pattern start, RecallMode mode, int seed, double xi)
    {
        Do(string.Create(CultureInfo.InvariantCulture, $"REC:SOUR FILM;XI {xi:R};MODE {Word(mode)};SEED {seed}"));
        return Recalled(start);
    }

    /// <summary>Control input (node 1) that makes the trained film a gate, by its weights.</summary>
    /// <param name="gate">Gate whose pattern was trained.</param>
    public bool GateControl(LogicGate gate)
    {
        ReplyReader reader = Text($"LOG:CONT? {gate.ToString().ToUpperInvariant()}");
        bool control = reader.Boolean();
        reader.End();
        return control;
    }

    /// <summary>Truth table of the film as a gate, for the inputs 00, 01, 10, 11.</summary>
    /// <param name="gate">Gate, whose control input is applied.</param>
    public bool[] TruthTable(LogicGate gate)
    {
        ReplyReader reader = Text($"LOG:TABL? {gate.ToString().ToUpperInvariant()}");
        bool[] table = [reader.Boolean(), reader.Boolean(), reader.Boolean(), reader.Boolean()];
        reader.End();
        return table;
    }

    /// <summary>Trains the pattern of a gate.</summary>
    /// <param name="gate">Gate.</param>
    /// <param name="volts">Amplitude in volts.</param>
    /// <param name="seconds">Width of each pulse in seconds.</param>
    /// <param name="count">Number of pulses.</param>
    /// <param name="cancellation">Aborts it; all switches open.</param>
    public void TrainGate(LogicGate gate, double volts, double seconds, int count, CancellationToken cancellation)
    {
        SetPulse(volts, seconds, count);
        Run($"LOG:TRA {gate.ToString().ToUpperInvariant()}", cancellation);
    }

    /// <summary>Saves settings, reference and weights in flash.</summary>
    public void Save() => Run("MEM:SAVE", CancellationToken.None);

    /// <summary>Takes settings, reference and weights from flash.</summary>
    public void Load() => Do("MEM:LOAD");

    /// <summary>Ends what runs and opens all switches.</summary>
    public void Abort() => Do("ABOR");

    /// <summary>Closes the link.</summary>
    public void Dispose() => _link.Dispose();

    // Fifteen digits: a width that was computed (1e-6 * 200) is sent as what is meant, 0.0002.
    private void SetPulse(double volts, double seconds, int count) => Do(string.Create(
        CultureInfo.InvariantCulture, $"PULS:AMPL {volts:G15};WIDT {seconds:G15};COUN {count}"));

    private void Run(string message, CancellationToken cancellation)
    {
        Exchange(message, repeatable: false);
        TimeSpan begun = Clock.Elapsed;
        TimeSpan pause = TimeSpan.FromMilliseconds(2);
        while (IsRunning(message))
        {
            try
            {
                Clock.Wait(pause, cancellation);
            }
            catch (OperationCanceledException)
            {
                Exchange("ABOR", repeatable: true);
                throw;
            }

            pause = pause < TimeSpan.FromMilliseconds(100) ? 1.5 * pause : pause;
            if (Clock.Elapsed - begun > _patience.Operation)
            {
                Exchange("ABOR", repeatable: true);
                throw new BoardLinkException($"{_link.Name} was still at '{message}' after {_patience.Operation}; it was aborted.");
            }
        }
    }

    // Errors of an operation come into the queue while it is polled, and belong to the message that began it.
    private bool IsRunning(string message)
    {
        const string Poll = "STAT:OPER:COND?";
        Answer answer = _exchange.Ask(Poll, repeatable: true);
        ReplyReader reader = new(answer.Bytes, Poll);
        bool isRunning = reader.Integer(0, 65535) != 0;
        reader.End();
        return answer.ErrorCount == 0 ? isRunning : throw new BoardErrorException(message, TakeErrors());
    }

    private static string Word(RecallMode mode) => mode switch
    {
        RecallMode.Asynchronous => "ASYN",
        RecallMode.Synchronous => "SYNC",
        _ => "STE",
    };

    private BoardRecall Recalled(Pattern start)
    {
        string query = $"REC? \"{start}\"";
        ReplyReader reader = new(Exchange(query, repeatable: true, isLong: true), query);
        BoardRecall result = new(reader.Pattern(NodeCount), reader.Integer(0, int.MaxValue), reader.Boolean(), reader.Boolean());
        reader.End();
        return result;
    }

    private void Do(string message) => Exchange(message, repeatable: false);

    private int Integer(string query, int minimum, int maximum)
    {
        ReplyReader reader = Text(query);
        int value = reader.Integer(minimum, maximum);
        reader.End();
        return value;
    }

    private double[] Block(string query, int count)
    {
        ReplyReader reader = Text(query);
        double[] values = reader.Block(count);
        reader.End();
        return values;
    }

    private ConductanceMatrix Matrix(string query)
    {
        double[] values = Block(query, NodeCount * NodeCount);
        ConductanceMatrix matrix = new(NodeCount);
        for (int k = 0; k < values.Length; k++)
            matrix[k / NodeCount, k % NodeCount] = values[k];

        return matrix;
    }

    private ReplyReader Text(string query) => new(Exchange(query, repeatable: true), query);

    private byte[] Exchange(string message, bool repeatable, bool isLong = false)
    {
        Answer answer = _exchange.Ask(message, repeatable, isLong);
        if (answer.ErrorCount > 0)
            throw new BoardErrorException(message, TakeErrors());

        return answer.Bytes;
    }

    private List<BoardError> TakeErrors()
    {
        List<BoardError> errors = [];
        while (errors.Count < MostErrors)
        {
            Answer answer = _exchange.Ask("SYST:ERR?", repeatable: false);
            if (answer.Bytes.Length == 0)
            {
                errors.Add(new BoardError(-400, "an error whose text was lost on the line"));
            }
            else
            {
                ReplyReader reader = new(answer.Bytes, "SYST:ERR?");
                BoardError error = new(reader.Integer(-999, 32767), PlainText.Of(reader.Text()));
                if (error.Code == 0)
                    break;

                errors.Add(error);
            }

            if (answer.ErrorCount == 0)
                break;
        }

        return errors;
    }
}
