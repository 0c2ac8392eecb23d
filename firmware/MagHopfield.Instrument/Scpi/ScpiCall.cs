using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi;

/// <summary>What a command is called with. There is one for each session, used again for every command.</summary>
public sealed class ScpiCall
{
    private const int MostParameters = 4;

    private readonly double[] _numbers = new double[MostParameters];
    private readonly Pattern?[] _patterns = new Pattern?[MostParameters];
    private readonly string[] _texts = new string[MostParameters];
    private readonly ScpiParser _parser;
    private double[] _values = new double[0];

    internal ScpiCall(ScpiInstrument scpi, ScpiSession session, ScpiParser parser, ResponseWriter answer)
    {
        Scpi = scpi;
        Session = session;
        Answer = answer;
        _parser = parser;
    }

    /// <summary>The instrument on the wire.</summary>
    public ScpiInstrument Scpi { get; }

    /// <summary>The instrument.</summary>
    public HopfieldInstrument Instrument => Scpi.Instrument;

    /// <summary>The client that called.</summary>
    public ScpiSession Session { get; }

    /// <summary>Where the answer goes.</summary>
    public ResponseWriter Answer { get; }

    /// <summary>Number of parameters given.</summary>
    public int Count { get; private set; }

    /// <summary>Number after the first keyword of the header that takes one, 1 where there was none.</summary>
    public int Suffix => _parser.Suffix(0);

    /// <summary>A number, a boolean (0 or 1), or the index of a word.</summary>
    /// <param name="index">Position of the parameter, from 0.</param>
    public double Number(int index) => _numbers[index];

    /// <summary>A whole number, or the index of a word.</summary>
    /// <param name="index">Position of the parameter, from 0.</param>
    public int Integer(int index) => (int)_numbers[index];

    /// <summary>A pattern.</summary>
    /// <param name="index">Position of the parameter, from 0.</param>
    public Pattern Pattern(int index) => _patterns[index]!;

    /// <summary>Text.</summary>
    /// <param name="index">Position of the parameter, from 0.</param>
    public string Text(int index) => _texts[index];

    /// <summary>Takes the values of a parameter of that type.</summary>
    public double[] TakeValues()
    {
        double[] values = _values;
        _values = new double[0];
        return values;
    }

    /// <summary>Hands an operation to the instrument's own thread. A query's message goes on after it; any other goes on at once.</summary>
    /// <param name="condition">Bit of STATus:OPERation while it runs.</param>
    /// <param name="work">The operation.</param>
    /// <param name="answer">Writes the answer of a query; null for a command.</param>
    public void Start(int condition, ScpiWork work, ScpiAnswer? answer) => Scpi.Start(Session, condition, work, answer);

    /// <summary>Reads the parameters of the unit that the parser stands in.</summary>
    /// <param name="parameters">What may be given.</param>
    /// <returns><see cref="ScpiError.None"/>, or what is wrong.</returns>
    internal int Read(ScpiParameter[] parameters)
    {
        Count = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            ScpiParameter parameter = parameters[i];
            if (parameter.Type == ParameterType.Values)
            {
                _values = new double[(int)parameter.Maximum];
                int error = ArgumentReader.Values(_parser, _values, Answer.IsSwapped, Answer.HasCheck);
                Count++;
                if (error != ScpiError.None)
                    return error;

                continue;
            }

            ParameterKind kind = _parser.NextParameter();
            if (kind == ParameterKind.None)
            {
                return _parser.Error != ScpiError.None ? _parser.Error
                    : parameter.IsOptional ? ScpiError.None : ScpiError.MissingParameter;
            }

            int wrong = ReadOne(parameter, kind, i);
            if (wrong != ScpiError.None)
                return wrong;

            Count++;
        }

        return _parser.NextParameter() != ParameterKind.None ? ScpiError.ParameterNotAllowed : _parser.Error;
    }

    private int ReadOne(ScpiParameter parameter, ParameterKind kind, int index)
    {
        switch (parameter.Type)
        {
            case ParameterType.Pattern:
                int error = ArgumentReader.Pattern(_parser, kind, (int)parameter.Maximum, out Pattern? pattern);
                _patterns[index] = pattern;
                return error;
            case ParameterType.Text:
                _texts[index] = kind == ParameterKind.Text && _parser.Length <= parameter.Maximum ? _parser.Text() : "";
                return kind != ParameterKind.Text ? ScpiError.DataType
                    : _parser.Length > parameter.Maximum ? ScpiError.TooMuchData : ScpiError.None;
            default:
                return ArgumentReader.Number(_parser, kind, parameter, out _numbers[index]);
        }
    }
}
