using System.CommandLine;
using System.CommandLine.Parsing;

namespace MagHopfield.Cli;

/// <summary>The declared parameters of a study as options and arguments of its command.</summary>
/// <param name="command">The command.</param>
internal sealed class StudyOptions(Command command) : IStudyParameterUse<bool>
{
    private readonly List<(StudyParameter Parameter, Func<ParseResult, object?> Value)> _values = [];

    /// <summary>Values of the parameters.</summary>
    /// <param name="parsed">The command line.</param>
    public IReadOnlyDictionary<StudyParameter, object?> Values(ParseResult parsed) =>
        _values.ToDictionary(v => v.Parameter, v => v.Value(parsed));

    /// <inheritdoc/>
    public bool Use<T>(StudyParameter<T> parameter)
    {
        if (parameter.IsPositional)
        {
            Argument<T> argument = new(parameter.Name)
            {
                Description = parameter.Help,
                Arity = parameter.IsRepeatable ? ArgumentArity.OneOrMore : ArgumentArity.ExactlyOne,
                CustomParser = result => Read(result, parameter, parameter.Name),
            };
            command.Add(argument);
            _values.Add((parameter, parsed => parsed.GetValue(argument)));
            return true;
        }

        string name = "--" + parameter.Name;
        Option<T> option = new(name) { Description = parameter.Help };
        if (typeof(T) != typeof(bool))
        {
            option.HelpName = parameter.ValueName;
            option.CustomParser = result => Read(result, parameter, name);
            option.AllowMultipleArgumentsPerToken = parameter.TakesManyAtOnce;
        }

        if (parameter.Fallback is Func<T> fallback)
            option.DefaultValueFactory = _ => fallback();
        if (parameter.Choices.Count > 0)
            option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. parameter.Choices]);
        command.Add(option);
        _values.Add((parameter, parsed => parsed.GetResult(option) is null ? parameter.Value([], out string _) : parsed.GetValue(option)));
        return true;
    }

    private static T? Read<T>(ArgumentResult result, StudyParameter<T> parameter, string name)
    {
        string[] words = [.. result.Tokens.Select(t => t.Value)];
        if (words.Length != 1 && !parameter.IsRepeatable)
        {
            result.AddError($"{name} needs one value");
            return default;
        }

        T value = parameter.Read(words, out string fault);
        if (fault.Length > 0)
            result.AddError($"{name} {string.Join(' ', words)}: {fault}");
        return value;
    }
}
