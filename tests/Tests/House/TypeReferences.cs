using System.Reflection;
using System.Reflection.Emit;

namespace Trellis.Tests.House;

/// <summary>
/// Which types a compiled type uses, wherever it names or only touches them: bases, members, attributes, and every instruction
/// of its methods. Compiled code cannot hide a use behind var, a relative name or a return value.
/// </summary>
internal static class TypeReferences
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value & 0xFFFF);

    public static HashSet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        foreach (var contract in type.GetInterfaces())
            Add(used, contract);
        AddAttributes(used, type);
        foreach (var field in type.GetFields(Everything))
        {
            Add(used, field.FieldType);
            AddAttributes(used, field);
        }
        foreach (var property in type.GetProperties(Everything))
            AddAttributes(used, property);
        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
            AddMethod(used, method);
        return used;
    }

    private static void AddMethod(HashSet<Type> used, MethodBase method)
    {
        AddMember(used, method);
        AddAttributes(used, method);
        if (method.GetMethodBody() is not { } body)
            return;
        foreach (var local in body.LocalVariables)
            Add(used, local.LocalType);
        foreach (var clause in body.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause))
            Add(used, clause.CatchType);
        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            var owner = method.DeclaringType!;
            var member = method.Module.ResolveMember(
                token, owner.IsGenericType ? owner.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null);
            AddMember(used, member);
        }
    }

    private static void AddMember(HashSet<Type> used, MemberInfo? member)
    {
        Add(used, member as Type ?? member?.DeclaringType);
        if (member is FieldInfo field)
            Add(used, field.FieldType);
        if (member is MethodInfo { ReturnType: var answer })
            Add(used, answer);
        if (member is not MethodBase method)
            return;
        foreach (var parameter in method.GetParameters())
            Add(used, parameter.ParameterType);
        if (method.IsGenericMethod)
        {
            foreach (var argument in method.GetGenericArguments())
                Add(used, argument);
        }
    }

    private static void AddAttributes(HashSet<Type> used, MemberInfo member)
    {
        foreach (var attribute in member.GetCustomAttributesData())
        {
            Add(used, attribute.AttributeType);
            foreach (var value in attribute.ConstructorArguments.Select(a => a.Value).Concat(attribute.NamedArguments.Select(a => a.TypedValue.Value)))
                Add(used, value as Type);
        }
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        while (type is { HasElementType: true })
            type = type.GetElementType();
        if (type is null || type.IsGenericParameter || !used.Add(type))
            return;
        foreach (var argument in type.GetGenericArguments())
            Add(used, argument);
    }

    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (var i = 0; i < il.Length;)
        {
            var value = il[i++] is var first && first == 0xFE ? (0xFE << 8) | il[i++] : first;
            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineType or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok)
                yield return BitConverter.ToInt32(il, i);
            i += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, i)),
                _ => 4,
            };
        }
    }
}
