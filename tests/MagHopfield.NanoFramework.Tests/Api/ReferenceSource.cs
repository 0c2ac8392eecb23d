using System.Text;

namespace MagHopfield.NanoFramework.Tests.Api;

/// <summary>
/// C# for the types of a library: bodies throw, for only the metadata is used. What the facts cannot hold is added privately where
/// the language asks for it, and cannot be reached from the firmware: explicit implementations of interface members, a constructor
/// where none is visible, a field in structs (without it the compiler would take any struct for assigned).
/// </summary>
internal sealed class ReferenceSource(IReadOnlyDictionary<string, ApiType> allTypes)
{
    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_UnaryNegation"] = "-",
        ["op_UnaryPlus"] = "+",
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_GreaterThan"] = ">",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThanOrEqual"] = ">=",
    };

    private readonly StringBuilder _text = new();

    public static string Write(ApiLibrary library, IReadOnlyDictionary<string, ApiType> allTypes)
    {
        ReferenceSource source = new(allTypes);
        foreach (ApiType type in library.TopLevelTypes)
        {
            source.Line($"namespace {type.Namespace} {{");
            source.Type(type);
            source.Line("}");
        }

        return source._text.ToString();
    }

    private void Line(string line) => _text.Append(line).Append('\n');

    private void Type(ApiType type)
    {
        switch (type.Fact.Kind)
        {
            case "enum":
                Line($"public enum {type.ShortName} : {Names.Of(type.Fact.Type)} {{");
                type.Members.ForEach(member => Line($"{Names.Identifier(member.MemberName)} = {member.Value},"));
                Line("}");
                break;
            case "delegate":
                ApiFact invoke = type.Members.Single(member => member.MemberName == "Invoke");
                string generic = type.TypeParameters().Length > 0 ? $"<{string.Join(", ", type.TypeParameters())}>" : "";
                Line($"public delegate {Names.Of(invoke.Type)} {type.ShortName}{generic}({Parameters(invoke.ParameterList())});");
                break;
            default:
                Structured(type);
                break;
        }
    }

    private void Structured(ApiType type)
    {
        IEnumerable<string> parent = type.BaseType is null or "System.Object" ? [] : [type.BaseType];
        string[] bases = parent.Concat(VisibleInterfaces(type)).ToArray();
        string inherits = bases.Length > 0 ? " : " + string.Join(", ", bases.Select(Names.Of)) : "";
        Line($"public {type.Fact.Modifiers} {type.Fact.Kind} {type.ShortName}{inherits} {{");
        bool isInterface = type.Fact.Kind == "interface";

        foreach (ApiFact member in type.Members)
        {
            string modifiers = isInterface ? "" : member.Modifiers;
            switch (member.Kind)
            {
                case "field":
                    string value = member.Modifiers.Contains("const") ? " = " + Literals.Of(member.Type, member.Value) : "";
                    Line($"{modifiers} {Names.Of(member.Type)} {Names.Identifier(member.MemberName)}{value};");
                    break;
                case "constructor":
                    Line($"{modifiers} {type.ShortName}({Parameters(member.ParameterList())}){BaseCall(type)} {{ throw null; }}");
                    break;
                case "operator":
                    Line(Operator(member));
                    break;
                case "method" when IsEventAccessor(type, member):
                    break;
                case "method":
                    string body = isInterface || member.Modifiers.Contains("abstract") ? ";" : " => throw null;";
                    Line($"{modifiers} {Names.Of(member.Type)} {member.MemberName}({Parameters(member.ParameterList())}){body}");
                    break;
            }
        }

        Events(type);
        Properties(type, isInterface);
        Hidden(type);
        type.Nested.ForEach(Type);
        Line("}");
    }

    private static string Operator(ApiFact member)
    {
        string conversion = member.MemberName switch { "op_Implicit" => "implicit", "op_Explicit" => "explicit", _ => "" };
        string parameters = Parameters(member.ParameterList());
        return conversion.Length > 0
            ? $"public static {conversion} operator {Names.Of(member.Type)}({parameters}) => throw null;"
            : $"public static {Names.Of(member.Type)} operator {Operators[member.MemberName]}({parameters}) => throw null;";
    }

    private static bool IsEventAccessor(ApiType type, ApiFact member) =>
        EventName(member) is { } name && type.Members.Count(other => EventName(other) == name) == 2;

    private static string? EventName(ApiFact member) =>
        member.MemberName.StartsWith("add_", StringComparison.Ordinal) ? member.MemberName[4..]
        : member.MemberName.StartsWith("remove_", StringComparison.Ordinal) ? member.MemberName[7..]
        : null;

    private void Events(ApiType type)
    {
        foreach (ApiFact add in type.Members.Where(member => member.MemberName.StartsWith("add_", StringComparison.Ordinal)))
        {
            string handler = Names.Of(add.ParameterList().Single().Type);
            Line($"{add.Modifiers} event {handler} {EventName(add)} {{ add {{ throw null; }} remove {{ throw null; }} }}");
        }
    }

    private void Properties(ApiType type, bool isInterface)
    {
        foreach (IGrouping<string, ApiFact> property in Accessors(type).GroupBy(PropertyKey))
        {
            ApiFact? getter = property.SingleOrDefault(member => member.Kind == "getter");
            ApiFact first = getter ?? property.First();
            if (property.Any(accessor => accessor.Modifiers != first.Modifiers))
                throw new FormatException($"Accessors of {first.Name} differ in their modifiers.");

            string body = isInterface || first.Modifiers.Contains("abstract") ? ";" : " => throw null;";
            string accessors = string.Concat(property.Select(accessor => accessor.Kind[..3] + body));
            if (IndexParameters(first).Length > 0 && property.Key.Split('(')[0] is var name and not "Item")
                Line($"[global::System.Runtime.CompilerServices.IndexerName(\"{name}\")]");

            string modifiers = isInterface ? "" : first.Modifiers;
            Line($"{modifiers} {Header(first, property.Key, Names.Of(PropertyType(first)), "")} {{ {accessors} }}");
        }
    }

    private static IEnumerable<ApiFact> Accessors(ApiType type) => type.Members.Where(member => member.Kind is "getter" or "setter");

    /// <summary>Head of a property or indexer, after the modifiers.</summary>
    private static string Header(ApiFact accessor, string key, string type, string owner)
    {
        string name = key.Split('(')[0];
        ApiParameter[] index = IndexParameters(accessor);
        if (index.Length == 0)
            return $"{type} {owner}{name}";

        return $"{type} {owner}this[{Parameters(index)}]";
    }

    private static string PropertyKey(ApiFact accessor) =>
        accessor.MemberName[4..] + "(" + string.Join(",", IndexParameters(accessor).Select(parameter => parameter.Type)) + ")";

    private static ApiParameter[] IndexParameters(ApiFact accessor) =>
        accessor.Kind == "getter" ? accessor.ParameterList() : accessor.ParameterList()[..^1];

    private static string PropertyType(ApiFact accessor) => accessor.Kind == "getter" ? accessor.Type : accessor.ParameterList()[^1].Type;

    private static string Parameters(ApiParameter[] parameters) => string.Join(", ", parameters.Select(parameter =>
    {
        string value = parameter.Default is null ? "" : " = " + Literals.Of(parameter.Type, parameter.Default);
        return $"{parameter.Modifier} {Names.Of(parameter.Type)} {Names.Identifier(parameter.Name)}{value}";
    }));

    /// <summary>Calls a visible constructor of the base with defaults.</summary>
    private string BaseCall(ApiType type)
    {
        if (type.BaseType is not { } name || !allTypes.TryGetValue(name, out ApiType? parent))
            return "";

        ApiFact[] constructors = parent.Members.Where(member => member.Kind == "constructor").ToArray();
        return constructors.Length == 0 || constructors.Any(constructor => constructor.Parameters.Length == 0)
            ? ""
            : $" : base({string.Join(", ", constructors[0].ParameterList().Select(parameter => $"default({Names.Of(parameter.Type)})"))})";
    }

    private void Hidden(ApiType type)
    {
        bool isClass = type.Fact.Kind == "class" && !type.Fact.Modifiers.Contains("static");
        if (isClass && type.Members.All(member => member.Kind != "constructor"))
            Line($"internal {type.ShortName}(){BaseCall(type)} {{ throw null; }}");

        if (type.Fact.Kind == "struct" && !IsBuiltIn(type.FullName))
            Line("private int _hidden;");

        if (type.Fact.Kind == "interface")
            return;

        foreach (ApiType contract in VisibleInterfaces(type).Select(name => allTypes[name]))
            Implement(type, contract);
    }

    /// <summary>The interfaces that can be seen: a library's metadata also names its internal ones, which are no facts.</summary>
    private IEnumerable<string> VisibleInterfaces(ApiType type) => type.Interfaces.Where(allTypes.ContainsKey);

    private void Implement(ApiType type, ApiType contract)
    {
        string owner = Names.Of(contract.FullName) + ".";
        foreach (ApiFact method in contract.Members.Where(member => member.Kind == "method" && !HasVisible(type, member)))
            Line($"{Names.Of(method.Type)} {owner}{method.MemberName}({Parameters(method.ParameterList())}) => throw null;");

        foreach (IGrouping<string, ApiFact> property in Accessors(contract).GroupBy(PropertyKey))
        {
            if (property.All(accessor => HasVisible(type, accessor)))
                continue;

            string accessors = string.Concat(property.Select(accessor => accessor.Kind[..3] + " => throw null;"));
            Line($"{Header(property.First(), property.Key, Names.Of(PropertyType(property.First())), owner)} {{ {accessors} }}");
        }
    }

    /// <summary>Whether the type or one of its bases shows the member.</summary>
    private bool HasVisible(ApiType type, ApiFact member)
    {
        for (ApiType? owner = type; owner != null; owner = owner.BaseType is { } name ? allTypes.GetValueOrDefault(name) : null)
        {
            if (owner.Members.Any(own => own.MemberName == member.MemberName && own.Type == member.Type
                && own.Modifiers.StartsWith("public", StringComparison.Ordinal)
                && own.ParameterList().Select(p => p.Type).SequenceEqual(member.ParameterList().Select(p => p.Type))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Types that the compiler knows by heart; a field would contain itself.</summary>
    private static bool IsBuiltIn(string name) => name is "System.Void" or "System.Boolean" or "System.Char"
        or "System.SByte" or "System.Byte" or "System.Int16" or "System.UInt16" or "System.Int32" or "System.UInt32"
        or "System.Int64" or "System.UInt64" or "System.Single" or "System.Double"
        or "System.IntPtr" or "System.UIntPtr" or "System.TypedReference" or "System.RuntimeArgumentHandle";
}
